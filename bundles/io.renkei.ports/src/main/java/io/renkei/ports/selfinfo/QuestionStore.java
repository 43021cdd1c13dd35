package io.renkei.ports.selfinfo;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.Requester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Questions and what came of them. A question has one key, which the master key wraps; answers are encrypted under it, and destroying it
 * destroys them. Of each agency it has one or several calls, each with its items; a call is a due row that any node may claim. Safe for
 * use by several threads and several nodes. Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be
 * had.
 */
@ProviderType
public interface QuestionStore {

    /** Keeps a question; its calls are due at once. */
    void put(NewQuestion question);

    /** Empty if there is none, it was forgotten, or its time is over. */
    Optional<Standing> find(QuestionId id);

    /** Destroys the answers, and ends what is still asked. Once more changes nothing. */
    void forget(QuestionId id);

    /**
     * Agencies of which a call is due now.
     *
     * @param limit 1 to 1000
     */
    List<DestinationId> due(int limit);

    /**
     * Takes calls that are due now, the longest due first; nobody else gets them before the lease is over.
     *
     * @param limit 1 to 100
     */
    List<Call> claim(DestinationId agency, Duration lease, int limit);

    /**
     * Takes calls of any agency that nobody has and whose question's time is over or that was forgotten.
     *
     * @param limit 1 to 100
     */
    List<Call> claimOver(Duration lease, int limit);

    /** Writes the access records of a call, before it goes out. Once more changes nothing. */
    void asking(Call call);

    /**
     * Keeps final answers, and writes them in the access records; of an item that was answered before, or of a question that was
     * forgotten, no answer is kept. The call is done when all its items are answered, else it is due again.
     *
     * @param answers final ones
     * @param rest what is asked for again, and when; empty where nothing is left
     */
    void answered(Call call, Map<SelfInformationNumber, ItemAnswer> answers, Optional<Rest> rest);

    /**
     * The call came to no end: it is due again after a pause, or at the end of the question's time if that is earlier.
     *
     * @param failed whether it counts as a try
     * @param code why, of the gateway
     */
    void again(Call call, Duration pause, boolean failed, String code);

    /**
     * Calls that are open, the oldest question first.
     *
     * @param agency of one agency alone
     * @param limit 1 to 1000
     */
    List<OpenCall> open(Optional<DestinationId> agency, int limit);

    /**
     * Destroys what is kept of questions whose time is over, and removes questions that are forgotten and of which nothing is asked
     * any more.
     *
     * @param limit 1 to 1000
     * @return how many were destroyed or removed
     */
    int sweep(int limit);

    /**
     * A question.
     *
     * @param deadline until when agencies are asked
     * @param until when the answers are forgotten
     * @param refused items that nobody can be asked for, with the code
     */
    record NewQuestion(
            QuestionId id,
            Actor who,
            Requester requester,
            Instant asked,
            Instant deadline,
            Instant until,
            List<NewCall> calls,
            Map<SelfInformationNumber, String> refused) {
        public NewQuestion {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(who, "who");
            Objects.requireNonNull(requester, "requester");
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(deadline, "deadline");
            Objects.requireNonNull(until, "until");
            calls = List.copyOf(calls);
            refused = Map.copyOf(refused);
        }
    }

    /** One call to one agency. */
    record NewCall(DestinationId agency, Map<SelfInformationNumber, Wanted> items) {
        public NewCall {
            Objects.requireNonNull(agency, "agency");
            items = Map.copyOf(items);
        }
    }

    /**
     * What is wanted of an item.
     *
     * @param code of the information network
     */
    record Wanted(AttributeCondition condition, Optional<InformationCode> code) {
        public Wanted {
            Objects.requireNonNull(condition, "condition");
            Objects.requireNonNull(code, "code");
        }
    }

    /**
     * A call that was claimed.
     *
     * @param number of the question
     * @param reference that the agency gets, the same each time
     * @param items that are not answered yet
     * @param handle of the agency, where it has begun to answer
     * @param tries that failed
     * @param code why the last one failed, else empty text
     * @param isForgotten whether nobody wants the answer any more
     */
    record Call(
            QuestionId question,
            int number,
            UUID reference,
            DestinationId agency,
            Actor who,
            Map<SelfInformationNumber, Wanted> items,
            Optional<String> handle,
            int tries,
            String code,
            Instant asked,
            Instant deadline,
            boolean isForgotten) {
        public Call {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(agency, "agency");
            Objects.requireNonNull(who, "who");
            items = Map.copyOf(items);
            Objects.requireNonNull(handle, "handle");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(deadline, "deadline");
        }

        @Override
        public String toString() {
            return question + "/" + number;
        }
    }

    /**
     * What is left of a call.
     *
     * @param handle to ask again with; empty to ask anew
     */
    record Rest(Optional<String> handle, Duration after) {
        public Rest {
            Objects.requireNonNull(handle, "handle");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public String toString() {
            return "Rest[" + after + "]";
        }
    }

    /** How a question stands, by agency: an item may be asked of several. */
    record Standing(QuestionId id, Actor who, List<Part> parts) {
        public Standing {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(who, "who");
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return id.toString();
        }
    }

    /** What one agency said of one item; without an agency where nobody could be asked. */
    record Part(SelfInformationNumber item, Optional<DestinationId> agency, ItemAnswer answer) {
        public Part {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(agency, "agency");
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * A call as an operator sees it.
     *
     * @param isPending whether the agency has begun to answer
     * @param code why the last try failed, else empty text
     * @param next when it is tried next, or given to somebody else
     */
    record OpenCall(
            QuestionId question,
            DestinationId agency,
            List<SelfInformationNumber> items,
            Instant asked,
            Instant deadline,
            boolean isPending,
            int tries,
            String code,
            Instant next) {
        public OpenCall {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(agency, "agency");
            items = List.copyOf(items);
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(deadline, "deadline");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(next, "next");
        }
    }
}
