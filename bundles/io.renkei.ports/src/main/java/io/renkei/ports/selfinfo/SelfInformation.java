package io.renkei.ports.selfinfo;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.Requester;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks agencies for self-information. Each question to an agency and each answer is an access record, written before the agency is
 * called. Answers are kept encrypted until they are forgotten or their time is over. Safe for use by several threads and several nodes.
 * Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface SelfInformation {

    /** Asks; returns at once. What is due goes on after a restart, on any node. */
    QuestionId ask(Question question);

    /** How a question stands; the principal of it alone is answered (or whom the kernel has checked for them). */
    Optional<Progress> find(QuestionId id);

    /** Destroys what was answered. The access records stay. Once more changes nothing. */
    void forget(QuestionId id);

    /**
     * A question.
     *
     * @param who who is signed in, and for whom
     * @param requester in whose name the access records are written
     * @param until when the answers are forgotten at the latest
     */
    record Question(
            Actor who, Requester requester, Map<SelfInformationNumber, AttributeCondition> items, Instant until) {
        public Question {
            Objects.requireNonNull(who, "who");
            Objects.requireNonNull(requester, "requester");
            items = Map.copyOf(items);
            Objects.requireNonNull(until, "until");
        }
    }

    /** How it stands, item by item. */
    record Progress(QuestionId id, Actor who, Map<SelfInformationNumber, ItemAnswer> items) {
        public Progress {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(who, "who");
            items = Map.copyOf(items);
        }

        public boolean isComplete() {
            return items.values().stream().allMatch(ItemAnswer::isFinal);
        }
    }
}
