package io.renkei.journal.jdbc.internal;

import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeStore.Replaces;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How a notice that is matched now stands to the others of its issuer and of its filing. Read and written while the chain
 * of their one application is held.
 *
 * @param earlier what it replaces or takes back, if that is here
 * @param isForeign whether what it replaces is of another filing
 * @param later the one that was here before and replaces this one
 * @param rivals other decisions that close the same filing
 */
record NoticeRelations(
        Optional<NoticeView> earlier,
        Optional<Replaces> replaces,
        boolean isForeign,
        Optional<Later> later,
        List<NoticeView> rivals) {

    /** One that came before what it replaces. */
    private record Later(NoticeId id, boolean withdraws) {}

    static NoticeRelations of(Tx tx, NoticeView notice, Judgement judgement) throws SQLException {
        Optional<Replaces> replaces = judgement.said().replaces();
        Optional<NoticeView> earlier = Optional.empty();
        if (replaces.isPresent()) {
            earlier = SealedNotice.read(
                            tx,
                            "n.destination = ? and n.matched_number = ?",
                            notice.from().value(),
                            replaces.get().number())
                    .stream()
                    .map(SealedNotice::bare)
                    .findFirst();
        }
        boolean foreign = earlier.filter(other -> !other.filing().equals(judgement.filing()))
                .isPresent();
        Optional<Later> later = later(tx, notice, judgement);
        return new NoticeRelations(
                earlier,
                replaces,
                foreign,
                later,
                judgement.said().closes() && replaces.isEmpty() && later.isEmpty() ? rivals(tx, judgement) : List.of());
    }

    private static Optional<Later> later(Tx tx, NoticeView notice, Judgement judgement) throws SQLException {
        return tx.one(
                "select id, withdraws from notice where destination = ? and replaces = ? and arrival_number = ?"
                        + " and filing_seq = ? order by available_at, id limit 1",
                NoticeRelations::later,
                notice.from().value(),
                judgement.issuerNumber(),
                judgement.filing().orElseThrow().application().digits(),
                judgement.filing().orElseThrow().sequence());
    }

    private static Later later(ResultSet row) throws SQLException {
        return new Later(new NoticeId(row.getObject("id", UUID.class)), row.getBoolean("withdraws"));
    }

    private static List<NoticeView> rivals(Tx tx, Judgement judgement) throws SQLException {
        return SealedNotice.read(
                        tx,
                        "n.arrival_number = ? and n.filing_seq = ? and n.closes and n.verdict = ?"
                                + " order by n.available_at, n.id",
                        judgement.filing().orElseThrow().application().digits(),
                        judgement.filing().orElseThrow().sequence(),
                        NoticeVerdict.MATCHED)
                .stream()
                .map(SealedNotice::bare)
                .toList();
    }

    /** Which one replaced it before it came. */
    Optional<NoticeId> successor() {
        return later.map(Later::id);
    }

    void write(Tx tx, NoticeMarks marks, NoticeView notice, Instant at) throws SQLException {
        if (earlier.isPresent()) {
            follow(tx, marks, earlier.get(), notice.id(), replaces.orElseThrow().withdraws(), at);
        }
        if (later.isPresent()) {
            follow(tx, marks, notice, later.get().id(), later.get().withdraws(), at);
        }
        for (NoticeView rival : rivals) {
            contradict(tx, marks, rival, notice, at);
            contradict(tx, marks, notice, rival, at);
        }
    }

    /** The first successor counts. */
    private static void follow(Tx tx, NoticeMarks marks, NoticeView notice, NoticeId by, boolean withdrawn, Instant at)
            throws SQLException {
        int changed = tx.update(
                "update notice set verdict = ?, successor = ? where id = ? and verdict = ?",
                withdrawn ? NoticeVerdict.WITHDRAWN : NoticeVerdict.SUPERSEDED,
                by.value(),
                notice.id().value(),
                NoticeVerdict.MATCHED);
        if (changed == 1) {
            marks.mark(
                    notice, withdrawn ? NoticeFact.WITHDRAWN : NoticeFact.SUPERSEDED, at, Map.of("by", by.toString()));
        }
    }

    private static void contradict(Tx tx, NoticeMarks marks, NoticeView notice, NoticeView rival, Instant at)
            throws SQLException {
        tx.update(
                "update notice set rival = coalesce(rival, ?) where id = ?",
                rival.id().value(),
                notice.id().value());
        marks.mark(notice, NoticeFact.CONTRADICTED, at, Map.of("by", rival.id().toString()));
    }
}
