package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeStore.Replaces;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.state.Transition;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes verdicts. The chain of the application is locked first, then its filing changes, and the notice last, as a
 * compare-and-set on its verdict: a verdict that another node wrote meanwhile undoes this transaction.
 */
final class NoticeVerdicts {

    /** What may still be judged: an orphan's filing may appear. */
    private static final Set<NoticeVerdict> OPEN = EnumSet.of(NoticeVerdict.RECEIVED, NoticeVerdict.ORPHAN);

    /** What was verified first counts, also of a notice that waited and is examined again. */
    private static final String SET = "update notice set verdict = ?, issuer_number = ?, code = ?,"
            + " verified_at = coalesce(verified_at, ?), signers = coalesce(signers, ?), finding = coalesce(finding, ?)";

    private static final String COMPARED = " where id = ? and verdict = ? and erased_at is null";
    private static final int LONGEST_NUMBER = 400;
    static final int LONGEST_CODE = 400;
    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_SIGNERS = 400;
    private static final int LONGEST_FINDING = 1_000;

    private final CaseKeys keys;

    NoticeVerdicts(CaseKeys keys) {
        this.keys = keys;
    }

    /** @throws IllegalArgumentException if no notice could ever be judged like this */
    static void requireWritable(Judgement judgement) {
        boolean matched = judgement.verdict() == NoticeVerdict.MATCHED;
        if (judgement.verdict() == NoticeVerdict.RECEIVED || judgement.verdict() == NoticeVerdict.UNSEALED) {
            throw new IllegalArgumentException("received and unsealed are no verdicts of a judge");
        }
        if (matched && judgement.filing().isEmpty()) {
            throw new IllegalArgumentException("a matched notice names its filing");
        }
        if (judgement.change().isPresent() && !matched) {
            throw new IllegalArgumentException("only a matched notice changes a filing");
        }
        judgement.change().ifPresent(change -> {
            Move.requireApplicable(change);
            if (!change.filing().equals(judgement.filing().orElseThrow())) {
                throw new IllegalArgumentException("a notice changes the filing that it is matched with");
            }
        });
        Limits.require("an issuer's number", judgement.issuerNumber(), LONGEST_NUMBER);
        Limits.require("a code", judgement.code(), LONGEST_CODE);
        Limits.require("a title", judgement.title(), LONGEST_TITLE);
        judgement.verification().ifPresent(found -> {
            Limits.require("signers", found.signers(), LONGEST_SIGNERS);
            Limits.require("a finding", found.finding(), LONGEST_FINDING);
        });
        judgement
                .said()
                .replaces()
                .ifPresent(earlier -> Limits.require("an issuer's number", earlier.number(), LONGEST_NUMBER));
    }

    SealedNotice judge(Tx tx, NoticeId id, Judgement judgement, Instant at) throws SQLException {
        if (judgement.verdict() == NoticeVerdict.MATCHED) {
            return match(tx, id, judgement, at);
        }
        SealedNotice notice = known(tx, id);
        if (!isOpen(notice)) {
            return notice;
        }
        return write(tx, notice, judgement, judgement.verdict(), at);
    }

    private SealedNotice match(Tx tx, NoticeId id, Judgement judgement, Instant at) throws SQLException {
        FilingKey filing = judgement.filing().orElseThrow();
        Optional<Chain> locked = Chain.lock(tx, filing.application());
        SealedNotice notice = known(tx, id);
        if (!isOpen(notice)) {
            return notice;
        }
        PartnerId addressee =
                sender(tx, filing).orElseThrow(() -> new IllegalArgumentException("there is no filing " + filing));
        Optional<NoticeId> first = numbered(tx, notice.bare().from(), judgement.issuerNumber());
        if (first.isPresent()) {
            countRepeat(tx, first.get());
            return write(tx, notice, judgement, NoticeVerdict.DUPLICATE, at);
        }
        NoticeRelations relations = NoticeRelations.of(tx, notice.bare(), judgement);
        if (relations.isForeign()) {
            return notice;
        }
        Chain chain = locked.orElseThrow();
        OutboxRows outbox = new OutboxRows();
        if (judgement.change().isPresent() && relations.successor().isEmpty()) {
            Transition transition =
                    FilingMoves.apply(tx, chain, outbox, judgement.change().get());
            if (!(transition instanceof Transition.Made)) {
                chain.write(tx);
                return notice;
            }
        }
        writeMatch(tx, notice, judgement, addressee, at);
        SealedNotice matched = known(tx, id);
        NoticeMarks marks = new NoticeMarks(tx, Optional.of(chain), outbox);
        marks.begin(matched.bare(), at);
        relations.write(tx, marks, matched.bare(), at);
        chain.write(tx);
        outbox.write(tx);
        return known(tx, id);
    }

    private static boolean isOpen(SealedNotice notice) {
        return OPEN.contains(notice.bare().verdict()) && !notice.bare().facts().has(NoticeFact.ERASED);
    }

    /** One that was destroyed in quarantine meanwhile is no first one any more. */
    static void countRepeat(Tx tx, NoticeId id) throws SQLException {
        requireOne(
                tx.update("update notice set repeats = repeats + 1 where id = ? and digest is not null", id.value()));
    }

    private static SealedNotice known(Tx tx, NoticeId id) throws SQLException {
        return SealedNotice.read(tx, id).orElseThrow(() -> new IllegalArgumentException("there is no notice " + id));
    }

    static Optional<PartnerId> sender(Tx tx, FilingKey filing) throws SQLException {
        return tx.one(
                "select a.sender from application a join filing f on f.arrival_number = a.arrival_number"
                        + " where f.arrival_number = ? and f.seq = ?",
                row -> new PartnerId(row.getString("sender")),
                filing.application().digits(),
                filing.sequence());
    }

    private static Optional<NoticeId> numbered(Tx tx, DestinationId issuer, String number) throws SQLException {
        return tx.one(
                "select id from notice where destination = ? and matched_number = ?",
                row -> new NoticeId(row.getObject("id", UUID.class)),
                issuer.value(),
                number);
    }

    private static SealedNotice write(
            Tx tx, SealedNotice notice, Judgement judgement, NoticeVerdict verdict, Instant at) throws SQLException {
        NoticeId id = notice.bare().id();
        requireOne(tx.update(
                SET + ", quarantined_at = received_at" + COMPARED,
                Tx.values(
                        values(judgement, verdict, judgement.code(), at),
                        id.value(),
                        notice.bare().verdict())));
        return known(tx, id);
    }

    private static List<Object> values(Judgement judgement, NoticeVerdict verdict, String code, Instant at) {
        Optional<NoticeFacts.Verification> found = judgement.verification();
        return List.of(
                verdict,
                judgement.issuerNumber(),
                code,
                found.map(each -> at),
                found.map(NoticeFacts.Verification::signers),
                found.map(NoticeFacts.Verification::finding));
    }

    private void writeMatch(Tx tx, SealedNotice notice, Judgement judgement, PartnerId addressee, Instant at)
            throws SQLException {
        FilingKey filing = judgement.filing().orElseThrow();
        String number = judgement.issuerNumber();
        Said said = judgement.said();
        try {
            requireOne(tx.update(
                    SET + ", matched_number = ?, arrival_number = ?, filing_seq = ?, addressee = ?, title = ?,"
                            + " available_at = ?, issued_on = ?, closes = ?, replaces = ?, withdraws = ?,"
                            + " fetch_until = ?, over_at = ?, due_at = ?, quarantined_at = null" + COMPARED,
                    Tx.values(
                            values(judgement, NoticeVerdict.MATCHED, "", at),
                            number.isEmpty() ? Optional.empty() : number,
                            filing.application().digits(),
                            filing.sequence(),
                            addressee.value(),
                            notice.seal(keys, judgement.title()),
                            at,
                            said.issued(),
                            said.closes(),
                            said.replaces().map(Replaces::number),
                            said.replaces().filter(Replaces::withdraws).isPresent(),
                            said.window().map(Window::until),
                            said.window().map(Window::until),
                            said.window().map(Window::warnFrom),
                            notice.bare().id().value(),
                            notice.bare().verdict())));
        } catch (SQLException e) {
            if (Faults.isDuplicate(e)) {
                throw new SQLException("the number was matched meanwhile", Faults.AGAIN, e);
            }
            throw e;
        }
    }

    private static void requireOne(int changed) throws SQLException {
        if (changed != 1) {
            throw new SQLException("the notice was judged or destroyed meanwhile", Faults.AGAIN);
        }
    }
}
