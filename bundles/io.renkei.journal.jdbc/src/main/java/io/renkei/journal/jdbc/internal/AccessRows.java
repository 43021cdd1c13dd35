package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.submissions.AccessAnswer;
import io.renkei.ports.submissions.AccessRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes access records: the row, and its rows of the hash chain. Who calls holds the lock of the chain. */
final class AccessRows {

    static final String ASKED = "REFERENCE_ASKED";
    static final String ANSWERED = "REFERENCE_ANSWERED";

    private AccessRows() {}

    /** Its number is that of its first row of the chain. */
    static AccessRecord begin(
            Tx tx,
            Chain chain,
            ArrivalNumber number,
            DestinationId as,
            PartnerId partner,
            int object,
            AccessAnswer answer,
            Instant at)
            throws SQLException {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("destination", as.value());
        detail.put("partner", partner.value());
        detail.put("object", object);
        detail.put("answer", answer);
        detail.put("at", at);
        long sequence = chain.add(Optional.empty(), ASKED, detail);
        Optional<Instant> answered = answer == AccessAnswer.ASKED ? Optional.empty() : Optional.of(at);
        tx.update(
                "insert into submission_access (arrival_number, seq, destination, partner, object_seq, answer, asked_at,"
                        + " answered_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                number.digits(),
                sequence,
                as.value(),
                partner.value(),
                object,
                answer,
                at,
                answered);
        return new AccessRecord(number, sequence, as, partner, object, answer, at, answered);
    }

    /** Nothing if it was answered before. */
    static boolean end(Tx tx, Chain chain, AccessRecord asked, AccessAnswer answer, Instant at) throws SQLException {
        int written = tx.update(
                "update submission_access set answer = ?, answered_at = ?"
                        + " where arrival_number = ? and seq = ? and answered_at is null",
                answer,
                at,
                asked.submission().digits(),
                asked.sequence());
        if (written == 1) {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("reference", asked.sequence());
            detail.put("answer", answer);
            detail.put("at", at);
            chain.add(Optional.empty(), ANSWERED, detail);
        }
        return written == 1;
    }

    static List<AccessRecord> newest(Tx tx, ArrivalNumber number, Optional<Long> before, int limit)
            throws SQLException {
        return tx.query(
                "select arrival_number, seq, destination, partner, object_seq, answer, asked_at, answered_at"
                        + " from submission_access where arrival_number = ? and seq < ?"
                        + " order by arrival_number desc, seq desc limit ?",
                AccessRows::record,
                number.digits(),
                before.orElse(Long.MAX_VALUE),
                limit);
    }

    private static AccessRecord record(ResultSet row) throws SQLException {
        return new AccessRecord(
                new ArrivalNumber(row.getString("arrival_number")),
                row.getLong("seq"),
                new DestinationId(row.getString("destination")),
                new PartnerId(row.getString("partner")),
                row.getInt("object_seq"),
                AccessAnswer.valueOf(row.getString("answer")),
                Tx.instant(row, "asked_at"),
                Tx.optionalInstant(row, "answered_at"));
    }
}
