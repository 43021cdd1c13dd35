package io.renkei.companystore.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.submissions.AccessAnswer;
import io.renkei.ports.submissions.AccessRecord;
import io.renkei.ports.submissions.ReferToData;
import io.renkei.ports.submissions.SubmissionStore;
import io.renkei.ports.submissions.SubmissionStore.Question;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Answers agencies that refer to an object. Each answer is written down before it is given. */
final class ReferenceDesk implements ReferToData {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceDesk.class);
    private static final int NO_STORE_PAUSE_SECONDS = 60;

    private final SubmissionStore submissions;
    private final Stores stores;
    private final Clock clock;

    ReferenceDesk(SubmissionStore submissions, Stores stores, Clock clock) {
        this.submissions = submissions;
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("try") // the key of the log is held, not called
    public Outcome refer(PartnerId partner, DestinationId as, ArrivalNumber number, int object) throws IOException {
        try (MDC.MDCCloseable key = MDC.putCloseable("submission", number.digits())) {
            Optional<Question> asked = submissions.ask(number, as, partner, object, clock.instant());
            if (asked.isEmpty()) {
                LOG.info("{} refers to submission {}, which is none.", partner, number);
                return new Outcome.Withheld(AccessAnswer.NOT_PERMITTED, 0);
            }
            AccessRecord record = asked.get().record();
            Outcome answer = record.answer() == AccessAnswer.ASKED
                    ? fetched(asked.get())
                    : new Outcome.Withheld(record.answer(), 0);
            LOG.info("Outcome {} of {} to object {}: {}", record.id(), as, object, word(answer));
            return answer;
        }
    }

    private static AccessAnswer word(Outcome answer) {
        return answer instanceof Outcome.Withheld withheld ? withheld.answer() : AccessAnswer.RELEASED;
    }

    private Outcome fetched(Question question) throws IOException {
        return fetch(question)
                .fold(
                        same -> released(question, same.body()),
                        () -> changed(question),
                        notNow -> withheld(question, AccessAnswer.STORE_DOWN, notNow.retryAfterSeconds()));
    }

    private Fetched fetch(Question question) throws IOException {
        Optional<CompanyStore> store = stores.of(question.sender());
        if (store.isEmpty()) {
            LOG.warn("{} ({})", StoreCode.NO_STORE.line(), question.sender());
            return new Fetched.NotNow(NO_STORE_PAUSE_SECONDS);
        }
        return store.get()
                .fetch(question.record(), question.caseKey(), question.object().orElseThrow());
    }

    /** The permission is looked at once more: it may have been taken back, or ended, while the object was fetched. */
    private Outcome released(Question question, InputStream body) {
        boolean given = false;
        try {
            AccessAnswer answer = written(question, AccessAnswer.RELEASED);
            given = answer == AccessAnswer.RELEASED;
            return given
                    ? new Outcome.Released(
                            question.record().id(), question.object().orElseThrow(), body)
                    : new Outcome.Withheld(answer, 0);
        } finally {
            if (!given) {
                close(body);
            }
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.warn("A copy that is not released could not be closed ({}).", e.getMessage());
        }
    }

    private Outcome changed(Question question) {
        LOG.warn(
                "{} ({}, submission {}, object {})",
                StoreCode.CHANGED.line(),
                question.sender(),
                question.record().submission(),
                question.record().object());
        return withheld(question, AccessAnswer.CHANGED, 0);
    }

    private Outcome withheld(Question question, AccessAnswer found, int retryAfterSeconds) {
        AccessAnswer answer = written(question, found);
        return new Outcome.Withheld(answer, answer == AccessAnswer.STORE_DOWN ? retryAfterSeconds : 0);
    }

    private AccessAnswer written(Question question, AccessAnswer found) {
        return submissions.answer(question.record(), found, clock.instant());
    }
}
