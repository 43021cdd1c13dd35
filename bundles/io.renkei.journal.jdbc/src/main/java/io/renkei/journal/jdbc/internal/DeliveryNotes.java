package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What ministries' calls said beside documents. The first note that names anything counts. */
final class DeliveryNotes {

    private DeliveryNotes() {}

    static Optional<DeliveryNote> find(Tx tx, NoticeId id) throws SQLException {
        return tx.one("select * from delivery_note where notice_id = ?", DeliveryNotes::note, id.value());
    }

    static void add(Tx tx, NoticeId id, DeliveryNote note) throws SQLException {
        if (note.isEmpty() || find(tx, id).isPresent() || !isOpen(tx, id)) {
            return;
        }
        try {
            tx.update(
                    "insert into delivery_note (notice_id, arrival_number, filing_seq, receipt_number)"
                            + " values (?, ?, ?, ?)",
                    id.value(),
                    note.filing().map(filing -> filing.application().digits()).orElse(null),
                    note.filing().map(FilingKey::sequence).orElse(null),
                    note.receiptNumber().orElse(null));
        } catch (SQLException e) {
            throw Faults.isDuplicate(e) ? new SQLException("a note was kept meanwhile", Faults.AGAIN, e) : e;
        }
    }

    private static boolean isOpen(Tx tx, NoticeId id) throws SQLException {
        return tx.one(
                        "select 1 from notice where id = ? and verdict in (?, ?)",
                        row -> true,
                        id.value(),
                        NoticeVerdict.RECEIVED,
                        NoticeVerdict.ORPHAN)
                .isPresent();
    }

    private static DeliveryNote note(ResultSet row) throws SQLException {
        String number = row.getString("arrival_number");
        Optional<FilingKey> filing = number == null
                ? Optional.empty()
                : Optional.of(new FilingKey(new ArrivalNumber(number), row.getInt("filing_seq")));
        return new DeliveryNote(filing, Optional.ofNullable(row.getString("receipt_number")));
    }
}
