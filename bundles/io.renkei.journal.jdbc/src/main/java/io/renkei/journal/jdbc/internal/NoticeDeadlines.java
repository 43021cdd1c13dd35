package io.renkei.journal.jdbc.internal;

import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Writes what the time brings. The chains of the applications are the lease: who holds one works on it, others skip it and
 * read again later, and the database lets go of it when its holder dies.
 */
final class NoticeDeadlines {

    private NoticeDeadlines() {}

    static int pass(Tx tx, Instant now, int limit) throws SQLException {
        List<String> applications = tx.query(
                "select coalesce(arrival_number, '') as arrival_number from notice where due_at <= ? order by due_at"
                        + " limit ?",
                row -> row.getString("arrival_number"),
                now,
                limit);
        if (applications.isEmpty()) {
            tx.harmless();
            return 0;
        }
        List<String> each = applications.stream()
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        NoticeMarks.Work work = (marks, notice) -> pass(marks, notice, now);
        if (!each.isEmpty()) {
            NoticeMarks.each(tx, Chain.lockFree(tx, each), "n.due_at <= ?", new Object[] {now}, work);
        }
        if (applications.contains("")) {
            NoticeMarks.eachUnbound(tx, "n.due_at <= ?", new Object[] {now}, " skip locked", work);
        }
        return applications.size();
    }

    private static void pass(NoticeMarks marks, NoticeView notice, Instant now) throws SQLException {
        if (notice.facts().isOver(now)) {
            marks.mark(notice, NoticeFact.EXPIRED, now);
            if (notice.verdict() != NoticeVerdict.UNSEALED) {
                marks.mark(notice, NoticeFact.FALLBACK_STARTED, now);
            }
        } else {
            marks.mark(notice, NoticeFact.EXPIRING, now);
        }
    }
}
