package io.renkei.tools.process;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process holds after a full collection.
 *
 * @param threads of Java, without those of shells, which are kept for a minute after each command
 * @param metaspaceBytes in use
 * @param objects number of instances by class
 */
public record Insides(long threads, long metaspaceBytes, Map<String, Long> objects) {

    private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");

    /** @throws IOException if the process cannot be asked, as without jcmd */
    public static Insides of(WatchedProcess process) throws IOException, InterruptedException {
        Map<String, Long> objects = new TreeMap<>();
        // Counting collects first.
        process.jcmd("GC.class_histogram").lines().forEach(line -> {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                objects.merge(parts.group(2), Long.parseLong(parts.group(1)), Long::sum);
            }
        });
        Matcher metaspace = METASPACE.matcher(process.jcmd("GC.heap_info"));
        if (objects.isEmpty() || !metaspace.find()) {
            throw new IOException("jcmd does not tell what process " + process.pid() + " holds");
        }
        long threads = process.jcmd("Thread.print")
                .lines()
                .filter(line -> line.startsWith("\"") && !line.startsWith("\"session-"))
                .count();
        return new Insides(threads, Long.parseLong(metaspace.group(1)) << 10, objects);
    }

    /** How many objects of a class there are. */
    public long count(String type) {
        return objects.getOrDefault(type, 0L);
    }
}
