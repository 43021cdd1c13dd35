package io.renkei.notices.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.spi.OfficialDocumentReader.Facts;
import io.renkei.api.spi.OfficialDocumentReader.Replacement;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeStore.Replaces;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what a notice is. Judging one again changes nothing, unless it was waiting. */
final class Judge {

    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);
    private static final Set<NoticeVerdict> OPEN = Set.of(NoticeVerdict.RECEIVED, NoticeVerdict.ORPHAN);
    private static final int TRIES = 5;
    private static final int LOOKS = 20;
    private static final long LOOK_MILLIS = 100;

    private final NoticeStore notices;
    private final FilingStore filings;
    private final ContentStore contents;
    private final Examination examination;
    private final Periods periods;
    private final Clock clock;

    Judge(
            NoticeStore notices,
            FilingStore filings,
            ContentStore contents,
            Examination examination,
            Periods periods,
            Clock clock) {
        this.notices = notices;
        this.filings = filings;
        this.contents = contents;
        this.examination = examination;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * Judges.
     *
     * @throws IOException if its bytes cannot be read now
     * @throws IllegalStateException if its filing moved on at each of several tries
     */
    void judge(NoticeId id) throws IOException, InterruptedException {
        Optional<NoticeView> found = notices.find(id);
        if (found.isEmpty()) {
            LOG.error("A pointer names notice {}, which is not there; find out who removed it.", id);
            return;
        }
        NoticeView notice = found.get();
        boolean isOpen = OPEN.contains(notice.verdict()) && !notice.facts().has(NoticeFact.ERASED);
        if (isOpen) {
            Examination.Result result = examination.examine(Letter.of(notice, notices.note(id), contents));
            if (result instanceof Examination.Result.Good good) {
                match(notice, good);
            } else if (result instanceof Examination.Result.Bad bad) {
                write(notice, refused(NoticeVerdict.FORGED, "", bad.code()));
            } else {
                write(notice, refused(NoticeVerdict.ORPHAN, "", ((Examination.Result.Later) result).code()));
            }
        }
    }

    private void match(NoticeView notice, Examination.Result.Good good) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Judgement judgement = judgement(notice, good).verified(Optional.of(good.verification()));
            if (write(notice, judgement)) {
                return;
            }
        }
        throw new IllegalStateException("the filing of a notice moved on at each try");
    }

    private Judgement judgement(NoticeView notice, Examination.Result.Good good) throws InterruptedException {
        Facts facts = good.facts();
        Optional<FilingKey> byReceipt =
                facts.receiptNumber().flatMap(number -> notices.filingByReceipt(notice.from(), number));
        Optional<FilingView> filing = facts.filing().or(() -> byReceipt).flatMap(filings::find);
        if (filing.isEmpty()) {
            return refused(NoticeVerdict.ORPHAN, facts.noticeId(), NoticesCode.UNKNOWN_FILING);
        }
        FilingKey key = filing.get().key();
        boolean other = !filing.get().destination().equals(notice.from())
                || byReceipt.filter(numbered -> !numbered.equals(key)).isPresent();
        if (other) {
            return refused(NoticeVerdict.FORGED, facts.noticeId(), NoticesCode.OTHER_FILING);
        }
        if (replacesAnothers(notice, facts, key)) {
            return refused(NoticeVerdict.FORGED, facts.noticeId(), NoticesCode.OTHER_REPLACED);
        }
        return new Judgement(
                        NoticeVerdict.MATCHED,
                        facts.noticeId(),
                        Optional.of(key),
                        facts.title(),
                        change(settled(filing.get()), facts, good.effect()),
                        "")
                .saying(new Said(
                        Optional.of(facts.issuedOn()),
                        good.effect() == Effect.CLOSING,
                        facts.replaces().map(earlier -> new Replaces(earlier.noticeId(), earlier.withdraws())),
                        periods.window(notice.from(), clock.instant())));
    }

    /** Only the same issuer's document for the same filing can be replaced, and none replaces itself. */
    private boolean replacesAnothers(NoticeView notice, Facts facts, FilingKey key) {
        return facts.replaces()
                .filter(earlier -> earlier.noticeId().equals(facts.noticeId())
                        || notices.numbered(notice.from(), earlier.noticeId())
                                .filter(found -> !found.filing().equals(Optional.of(key)))
                                .isPresent())
                .isPresent();
    }

    /** Who takes a decision back decides nothing. */
    private static Optional<Change> change(FilingView filing, Facts facts, Effect effect) {
        return facts.replaces().filter(Replacement::withdraws).isPresent()
                ? Optional.empty()
                : WayToDecision.of(filing, effect);
    }

    /** A document may overtake the reply of its own attempt, which brings the receipt numbers: let that come first. */
    private FilingView settled(FilingView filing) throws InterruptedException {
        FilingView now = filing;
        for (int i = 0; i < LOOKS && now.state() == FilingState.ATTEMPTING; i++) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            now = filings.find(filing.key()).orElse(now);
        }
        return now;
    }

    private static Judgement refused(NoticeVerdict verdict, String issuerNumber, NoticesCode code) {
        return new Judgement(verdict, issuerNumber, Optional.empty(), "", Optional.empty(), code.code());
    }

    /** Whether the verdict stands; it does not when the filing moved on meanwhile. */
    private boolean write(NoticeView notice, Judgement judgement) {
        boolean known = notice.verdict() == judgement.verdict() && notice.code().equals(judgement.code());
        if (known) {
            return true;
        }
        NoticeView after = notices.judge(notice.id(), judgement, clock.instant());
        boolean stands = !OPEN.contains(after.verdict()) || after.verdict() == judgement.verdict();
        if (stands) {
            tell(after);
        }
        return stands;
    }

    private static void tell(NoticeView after) {
        if (after.verdict() == NoticeVerdict.FORGED) {
            LOG.error(
                    "Notice {} from {} is quarantined: {} {}",
                    after.id(),
                    after.from(),
                    after.code(),
                    sentence(after.code()));
        } else if (after.verdict() == NoticeVerdict.ORPHAN) {
            LOG.warn("Notice {} from {} waits: {} {}", after.id(), after.from(), after.code(), sentence(after.code()));
        } else {
            LOG.info(
                    "Notice {} from {}: {}{}.",
                    after.id(),
                    after.from(),
                    after.verdict(),
                    after.filing().map(filing -> ", filing " + filing).orElse(""));
        }
    }

    private static String sentence(String code) {
        for (NoticesCode each : NoticesCode.values()) {
            if (each.code().equals(code)) {
                return each.sentence();
            }
        }
        return "";
    }
}
