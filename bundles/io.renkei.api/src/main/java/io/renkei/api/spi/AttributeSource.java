package io.renkei.api.spi;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.LinkageCode;
import io.renkei.api.model.SelfInformationNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An agency that can be asked for self-information (自己情報), as by its middle server (中間サーバー). It needs no {@link Dispatcher}.
 * The agency knows a person by its own linkage code, never by the individual number. Safe for use by several threads.
 *
 * <p>Asking changes nothing at the agency but its own record of who asked. So no answer is a {@link TransientFailure}, whenever it
 * happens, and the gateway asks again under the same reference. What the agency answers is a person's data: it stands in no log, no
 * exception and no metric.
 */
@ConsumerType
public interface AttributeSource extends MinistryConnector {

    /** What the agency can be asked for, at least one; never changes while the service is registered. */
    Set<SelfInformationNumber> items();

    /** How it is asked; read once when the service appears. */
    Asking asking();

    /**
     * Asks, in one call.
     *
     * @return an answer for each item, as far as the agency gave one; an item that is left out could not be understood
     * @throws TransientFailure if there is no answer that can be believed: it is asked again later
     * @throws PermanentFailure if it must not be asked until a person has acted
     */
    Map<SelfInformationNumber, Answer> ask(Question question) throws TransientFailure, PermanentFailure;

    /**
     * Asks what has become of a question that is pending, in one call.
     *
     * @param handle of the agency's answer {@link Answer.Pending}
     * @param items of the question that have this handle
     * @return as for {@link #ask}; an item that is left out is not known by the handle any more and is asked for anew
     */
    Map<SelfInformationNumber, Answer> askAgain(String handle, Question question, Set<SelfInformationNumber> items)
            throws TransientFailure, PermanentFailure;

    /**
     * How the gateway asks.
     *
     * @param parallel most calls at once, 1 to 64
     * @param longest one call, its answer included, 1 s to 10 min; the lease of a call is longer
     */
    record Asking(int parallel, Duration longest) {

        /** @throws IllegalArgumentException naming the value that is out of its range */
        public Asking {
            if (parallel < 1 || parallel > 64) {
                throw new IllegalArgumentException("the calls at once lie between 1 and 64");
            }
            if (longest.toMillis() < 1_000 || longest.toMillis() > 600_000) {
                throw new IllegalArgumentException("the longest call lies between 1 s and 10 min");
            }
        }
    }

    /**
     * A question to one agency about one person. It prints its reference only.
     *
     * @param reference of this gateway, the same each time the question is asked
     * @param person as this agency knows them
     * @param items 1 to 100
     * @param asked when the person asked
     */
    record Question(UUID reference, LinkageCode person, Map<SelfInformationNumber, Item> items, Instant asked) {

        public Question {
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(asked, "asked");
            items = Map.copyOf(items);
            if (items.isEmpty() || items.size() > 100) {
                throw new IllegalArgumentException("a question has 1 to 100 items");
            }
        }

        @Override
        public String toString() {
            return reference.toString();
        }
    }

    /**
     * What is asked about an item.
     *
     * @param condition which state of it
     * @param code of the information network, where the catalogue has one
     */
    record Item(AttributeCondition condition, Optional<InformationCode> code) {
        public Item {
            Objects.requireNonNull(condition, "condition");
            Objects.requireNonNull(code, "code");
        }
    }

    /** What the agency says of one item. */
    sealed interface Answer {

        /** One function per case, and one for a case that a later version may add. */
        default <T> T fold(
                Function<Found, T> found,
                Function<NoData, T> noData,
                Function<Undisclosed, T> undisclosed,
                Function<Pending, T> pending,
                Function<Unanswerable, T> unanswerable,
                Function<Answer, T> otherwise) {
            if (this instanceof Found one) {
                return found.apply(one);
            }
            if (this instanceof NoData one) {
                return noData.apply(one);
            }
            if (this instanceof Undisclosed one) {
                return undisclosed.apply(one);
            }
            if (this instanceof Pending one) {
                return pending.apply(one);
            }
            return this instanceof Unanswerable one ? unanswerable.apply(one) : otherwise.apply(this);
        }

        /**
         * What it holds; it prints nothing of it.
         *
         * @param values at least one; with all below them 10000 nodes at most, 16 levels deep
         * @param asOf the state that it is
         */
        record Found(List<AttributeNode> values, Instant asOf) implements Answer {
            public Found {
                values = List.copyOf(values);
                Objects.requireNonNull(asOf, "asOf");
            }

            @Override
            public String toString() {
                return "Found";
            }
        }

        /** It holds nothing about this person. That is an answer, and no failure. */
        record NoData(Instant asOf) implements Answer {
            public NoData {
                Objects.requireNonNull(asOf, "asOf");
            }
        }

        /** It does not show it to the person (不開示). */
        record Undisclosed(Instant asOf) implements Answer {
            public Undisclosed {
                Objects.requireNonNull(asOf, "asOf");
            }
        }

        /**
         * It has not finished.
         *
         * @param handle that it is asked again with, 1 to 200 characters; it prints nothing of it
         * @param after the pause until then
         */
        record Pending(String handle, Duration after) implements Answer {
            public Pending {
                if (handle.isEmpty() || handle.length() > 200) {
                    throw new IllegalArgumentException("a handle has 1 to 200 characters");
                }
                Objects.requireNonNull(after, "after");
            }

            @Override
            public String toString() {
                return "Pending[" + after + "]";
            }
        }

        /**
         * It will not answer this, however often it is asked.
         *
         * @param code of the connector, which its README maps to what the operator does
         */
        record Unanswerable(String code) implements Answer {
            public Unanswerable {
                Objects.requireNonNull(code, "code");
            }
        }
    }
}
