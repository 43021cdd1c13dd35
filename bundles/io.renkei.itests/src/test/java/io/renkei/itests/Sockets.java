package io.renkei.itests;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a process listens on, read from the kernel and not from a setting (proc(5), /proc/net/tcp). */
final class Sockets {

    private static final String LISTEN = "0A";
    private static final String LOOPBACK_4 = "0100007F";
    private static final String LOOPBACK_6 = "00000000000000000000000001000000";
    private static final String LOOPBACK_4_IN_6 = "0000000000000000FFFF00000100007F";

    private Sockets() {}

    /** Listening sockets of the process at addresses other than loopback. */
    static List<String> listeningElsewhere(long pid) throws IOException {
        return listening(pid).stream().filter(socket -> !isLoopback(socket)).toList();
    }

    /** All listening sockets of the process, as the kernel writes address and port. */
    static List<String> listening(long pid) throws IOException {
        Set<String> own = inodes(pid);
        List<String> open = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            List<String> rows = Files.readAllLines(Path.of("/proc/self/net", table));
            for (String row : rows.subList(1, rows.size())) {
                String[] columns = row.trim().split("\\s+");
                if (columns[3].equals(LISTEN) && own.contains(columns[9])) {
                    open.add(columns[1]);
                }
            }
        }
        return open;
    }

    private static boolean isLoopback(String address) {
        return Stream.of(LOOPBACK_4, LOOPBACK_6, LOOPBACK_4_IN_6).anyMatch(own -> address.startsWith(own + ":"));
    }

    private static Set<String> inodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file)) {
                    String target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                }
            }
        }
        return inodes;
    }
}
