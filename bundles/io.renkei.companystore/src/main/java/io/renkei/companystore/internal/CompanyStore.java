package io.renkei.companystore.internal;

import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.outgoing.HttpsCaller;
import io.renkei.ports.outgoing.HttpsCaller.Answer;
import io.renkei.ports.outgoing.RetryAfter;
import io.renkei.ports.submissions.AccessRecord;
import io.renkei.ports.submissions.DataObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store of one company, and whether it answers. Safe for use by several threads. */
final class CompanyStore {

    private static final Logger LOG = LoggerFactory.getLogger(CompanyStore.class);

    /** Which access record a call belongs to, so that the company finds it in its own log. */
    static final String ACCESS_RECORD = "Access-Record";

    /** In whose name it is asked. */
    static final String DESTINATION = "Destination";

    private static final int OK = 200;
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final int USUAL_PAUSE_SECONDS = 30;
    private static final int LONGEST_PAUSE_SECONDS = 3600;

    private final StoreSettings settings;
    private final HttpsCaller caller;
    private final Spool spool;
    private final Clock clock;
    private final Semaphore places;
    private volatile Optional<String> trouble = Optional.empty();

    CompanyStore(StoreSettings settings, HttpsCaller caller, Spool spool, Clock clock) {
        this.settings = settings;
        this.caller = caller;
        this.spool = spool;
        this.clock = clock;
        this.places = new Semaphore(settings.parallel());
    }

    StoreSettings settings() {
        return settings;
    }

    /** Why it gave nothing the last time; empty while all is well. */
    Optional<String> trouble() {
        return trouble;
    }

    /**
     * @param caseKey of the submission
     * @throws IOException if the object cannot be kept until it was compared
     */
    Fetched fetch(AccessRecord access, CaseKeyId caseKey, DataObject object) throws IOException {
        if (!places.tryAcquire()) {
            return new Fetched.NotNow(1);
        }
        try {
            return called(access, caseKey, object);
        } finally {
            places.release();
        }
    }

    private Fetched called(AccessRecord access, CaseKeyId caseKey, DataObject object) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.address() + "/" + object.path()))
                .header(ACCESS_RECORD, access.id())
                .header(DESTINATION, access.destination().value())
                .GET();
        HttpsCaller.Read<Optional<InputStream>> read = caller.read(request, body -> spool.same(body, caseKey, object));
        Answer answer = read.answer();
        if (read.value().isPresent()) {
            answered();
            return read.value().get().<Fetched>map(Fetched.Same::new).orElseGet(Fetched.Other::new);
        }
        if (GONE.contains(answer.status())) {
            answered();
            return new Fetched.Other();
        }
        failed(why(answer));
        return new Fetched.NotNow(seconds(answer));
    }

    private static String why(Answer answer) {
        if (answer.status() == 0) {
            String what = answer.failure()
                    .map(failure -> failure.getClass().getSimpleName())
                    .orElse("");
            return "there was no answer (" + what + ")";
        }
        return answer.status() == OK ? "the object broke off or came too slowly" : "the answer was " + answer.status();
    }

    private int seconds(Answer answer) {
        long asked = answer.retryAfter()
                .flatMap(header -> RetryAfter.of(header, clock.instant()))
                .map(Duration::toSeconds)
                .orElse((long) USUAL_PAUSE_SECONDS);
        return (int) Math.max(1, Math.min(asked, LONGEST_PAUSE_SECONDS));
    }

    private synchronized void answered() {
        if (trouble.isPresent()) {
            LOG.info("The store of {} gives objects again.", settings.partner());
        }
        trouble = Optional.empty();
    }

    private synchronized void failed(String why) {
        if (trouble.isEmpty()) {
            LOG.warn("{} ({}: {})", StoreCode.NO_ANSWER.line(), settings.partner(), why);
        }
        trouble = Optional.of(why);
    }

    /** Ends what is under way, and each later call at once. */
    void giveUp() {
        caller.giveUp();
    }
}
