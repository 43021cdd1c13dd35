package io.renkei.api.spi;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells what a bundle was to make connectors of and could not, such as a file that is wrong, or what a connector must not use
 * until a person has acted, such as a server that shows another key; shown in {@code renkei:health} and
 * {@code renkei:connector-list}. Registered as a service. Safe for use by several threads.
 */
@ConsumerType
@FunctionalInterface
public interface Troubles {

    /** What is so now, from memory: no remote call, no wait. Empty when all is well. */
    List<Trouble> troubles();

    /**
     * One thing that is wrong.
     *
     * @param where a file, or what else an operator can find
     * @param isServed whether what was there before goes on connecting its destination; else nothing does
     * @param sentences each says what is wrong or what to do; no personal data, no secret
     */
    record Trouble(String where, boolean isServed, List<String> sentences) {

        public Trouble {
            Objects.requireNonNull(where, "where");
            sentences = List.copyOf(sentences);
        }
    }
}
