package io.renkei.tools.client;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What was accepted, held against what the ministries took.
 *
 * @param expected filings of the accepted applications
 * @param found of them in the ledgers
 * @param doubled submissions of one of them beyond its first
 */
public record LedgerComparison(long expected, long found, long doubled) {

    /**
     * Reads the ledgers.
     *
     * @param applications arrival numbers
     * @param filings of each
     * @param after the line of the ledger before the first application
     */
    public static LedgerComparison of(SandboxControl sandbox, Collection<String> applications, int filings, long after)
            throws IOException, InterruptedException {
        Set<String> expected = new HashSet<>();
        for (String application : applications) {
            for (int i = 1; i <= filings; i++) {
                expected.add(String.format("%s-%02d", application, i));
            }
        }
        Set<String> found = new HashSet<>();
        long[] doubled = {0};
        sandbox.submissions(after, line -> {
            String filing = line.path("filing").asText();
            if (expected.contains(filing) && !found.add(filing)) {
                doubled[0]++;
            }
        });
        return new LedgerComparison(expected.size(), found.size(), doubled[0]);
    }

    public long missing() {
        return expected - found;
    }

    /** Each filing exactly once. */
    public boolean good() {
        return missing() == 0 && doubled == 0;
    }
}
