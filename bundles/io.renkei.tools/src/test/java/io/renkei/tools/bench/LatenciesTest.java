package io.renkei.tools.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void tellsMedianAndTailInMicroseconds() {
        long[] nanos = LongStream.rangeClosed(1, 1_000).map(n -> n * 1_000).toArray();

        assertEquals(new Latencies(1_000, 501, 991, 1_000), Latencies.ofNanos(nanos));
    }

    @Test
    void theRuleCountsTwoCommitsAndOneSealForEachFiling() {
        CountingRule rule = new CountingRule(1, 5);

        assertEquals(12, rule.commits());
        assertEquals(6, rule.seals());
        assertEquals(6, rule.sends());
        assertEquals(6, rule.exchanges());
    }
}
