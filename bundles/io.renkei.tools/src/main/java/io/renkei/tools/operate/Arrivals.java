package io.renkei.tools.operate;

import io.renkei.tools.client.SandboxControl;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** When filings arrived at the ministries, by their ledgers. */
final class Arrivals {

    private final Map<String, NavigableSet<Instant>> times = new TreeMap<>();

    /** @param after the line of the ledger before the first that counts */
    static Arrivals since(SandboxControl sandbox, long after) throws IOException, InterruptedException {
        Arrivals arrivals = new Arrivals();
        sandbox.submissions(
                after,
                line -> arrivals.add(
                        line.path("destination").asText(),
                        Instant.parse(line.path("at").asText())));
        return arrivals;
    }

    void add(String destination, Instant at) {
        times.computeIfAbsent(destination, name -> new TreeSet<>()).add(at);
    }

    /** From the last arrival at or before a moment to the first after it; nothing where one of them is missing. */
    Duration gapAt(String destination, Instant moment) {
        NavigableSet<Instant> at = times.getOrDefault(destination, new TreeSet<>());
        Instant before = at.floor(moment);
        Instant after = at.higher(moment);
        return before == null || after == null ? Duration.ZERO : Duration.between(before, after);
    }

    /** The longest time between two arrivals that follow each other, of which one lies between these moments. */
    Duration longestGap(String destination, Instant from, Instant to) {
        Duration longest = gapAt(destination, from);
        for (Instant at : times.getOrDefault(destination, new TreeSet<>()).subSet(from, true, to, true)) {
            Duration gap = gapAt(destination, at);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    int count(String destination) {
        return times.getOrDefault(destination, new TreeSet<>()).size();
    }

    /** How many arrived between two moments. */
    long count(String destination, Instant from, Instant to) {
        return times.getOrDefault(destination, new TreeSet<>())
                .subSet(from, true, to, true)
                .size();
    }
}
