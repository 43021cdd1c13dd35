package io.renkei.partners.internal;

import java.util.List;

/** What one partner may ask at once. */
record Limits(int requestsAtOnce, int requestsPerSecond, long bytesAtOnce) {

    void addFaults(List<String> faults) {
        if (requestsAtOnce < 1) {
            faults.add("requests.at.once: at least 1");
        }
        if (requestsPerSecond < 1) {
            faults.add("requests.per.second: at least 1");
        }
        if (bytesAtOnce < 1) {
            faults.add("bytes.at.once: at least 1");
        }
    }
}
