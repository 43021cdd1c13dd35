package io.renkei.itests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks for bytes in files, whatever the files are. */
final class Grep {

    private static final int STEP = 1 << 20;

    private Grep() {}

    /**
     * Reads every file below a folder.
     *
     * @param wanted by a name for the report
     * @return the names that were found, each with the first file
     */
    static Map<String, Path> files(Path folder, Map<String, byte[]> wanted) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                search(file, wanted, found);
            }
        }
        return found;
    }

    /** In pieces that overlap by the longest thing that is looked for. */
    private static void search(Path file, Map<String, byte[]> wanted, Map<String, Path> found) throws IOException {
        int overlap =
                wanted.values().stream().mapToInt(bytes -> bytes.length).max().orElse(0);
        byte[] piece = new byte[overlap + STEP];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.readNBytes(piece, kept, STEP)) > 0) {
                int length = kept + read;
                for (Map.Entry<String, byte[]> one : wanted.entrySet()) {
                    if (contains(piece, length, one.getValue())) {
                        found.putIfAbsent(one.getKey(), file);
                    }
                }
                kept = Math.min(overlap, length);
                System.arraycopy(piece, length - kept, piece, 0, kept);
            }
        }
    }

    private static boolean contains(byte[] piece, int length, byte[] wanted) {
        for (int i = 0; i + wanted.length <= length; i++) {
            int same = 0;
            while (same < wanted.length && piece[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
