package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.filing.CorrectionReasons;
import io.renkei.ports.state.FollowUpStore.Asked;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of what destinations asked to be corrected; their reasons are encrypted under the key of the case. */
final class CorrectionRequests {

    private static final String READ =
            "select arrival_number, filing_seq, ordinal, kind, deadline, taken_late, asked_at,"
                    + " sealed from correction_request where arrival_number = ?";

    private CorrectionRequests() {}

    /** A row as it is stored. @param sealed null when the key of the case was destroyed */
    private record Row(FilingKey filing, int ordinal, Instant at, CorrectionRequest bare, byte[] sealed) {}

    /** To be called under the lock of the chain. After the case was erased nothing is kept of the reasons. */
    static void write(Tx tx, CaseKeys keys, FilingKey filing, Instant at, CorrectionRequest request)
            throws SQLException {
        String number = filing.application().digits();
        int ordinal = tx.one(
                                "select count(*) as asked from correction_request where arrival_number = ? and filing_seq = ?",
                                row -> row.getInt("asked"),
                                number,
                                filing.sequence())
                        .orElseThrow()
                + 1;
        Optional<byte[]> sealed = CaseKey.read(tx, filing.application())
                .flatMap(key -> key.unwrapped(keys))
                .map(key -> seal(key, filing, ordinal, request));
        tx.update(
                "insert into correction_request (arrival_number, filing_seq, ordinal, kind, deadline, taken_late,"
                        + " asked_at, sealed) values (?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                filing.sequence(),
                ordinal,
                request.kind(),
                request.deadline(),
                request.takenLate(),
                at,
                sealed.orElse(null));
    }

    private static byte[] seal(byte[] key, FilingKey filing, int ordinal, CorrectionRequest request) {
        byte[] plain = CorrectionReasons.write(request.reasons());
        return Seal.seal(key, Seal.reasonsContext(filing, ordinal), plain, plain.length);
    }

    /** In the order in which they were asked for, without their reasons. */
    static Optional<Asked> last(Tx tx, FilingKey filing) throws SQLException {
        return tx
                .query(
                        READ + " and filing_seq = ? order by ordinal",
                        CorrectionRequests::row,
                        filing.application().digits(),
                        filing.sequence())
                .stream()
                .reduce((earlier, later) -> later)
                .map(row -> new Asked(row.filing(), row.ordinal(), row.at(), row.bare()));
    }

    /** Rows of an application, and the key of its case. */
    record Sealed(List<Asked> bare, List<byte[]> sealed, Optional<CaseKey> key) {

        static Sealed read(Tx tx, ArrivalNumber application) throws SQLException {
            List<Row> rows = tx.query(
                    READ + " order by asked_at, filing_seq, ordinal", CorrectionRequests::row, application.digits());
            List<Asked> bare = new ArrayList<>();
            List<byte[]> sealed = new ArrayList<>();
            for (Row row : rows) {
                bare.add(new Asked(row.filing(), row.ordinal(), row.at(), row.bare()));
                sealed.add(row.sealed());
            }
            return new Sealed(bare, sealed, rows.isEmpty() ? Optional.empty() : CaseKey.read(tx, application));
        }

        /**
         * Without their reasons once the case was erased.
         *
         * @throws IOException if key or reasons were changed
         */
        List<Asked> open(CaseKeys keys) throws IOException {
            if (key.isEmpty() || key.get().wrapped() == null) {
                return bare;
            }
            byte[] plainKey = keys.unwrap(key.get().id(), key.get().wrapped());
            List<Asked> opened = new ArrayList<>();
            for (int i = 0; i < bare.size(); i++) {
                opened.add(open(plainKey, bare.get(i), sealed.get(i)));
            }
            return opened;
        }

        private static Asked open(byte[] key, Asked asked, byte[] sealed) throws IOException {
            if (sealed == null) {
                throw new IOException("JOURNAL-024: the reasons of a correction of " + asked.filing() + " are missing");
            }
            try {
                byte[] plain = Seal.open(key, Seal.reasonsContext(asked.filing(), asked.ordinal()), sealed);
                CorrectionRequest bare = asked.request();
                return new Asked(
                        asked.filing(),
                        asked.ordinal(),
                        asked.at(),
                        new CorrectionRequest(
                                bare.kind(), bare.deadline(), bare.takenLate(), CorrectionReasons.read(plain)));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IOException(
                        "JOURNAL-024: the reasons of a correction of " + asked.filing() + " were changed or moved", e);
            }
        }
    }

    /** The key of an application's case. @param wrapped null when it was destroyed */
    record CaseKey(UUID id, byte[] wrapped) {

        static Optional<CaseKey> read(Tx tx, ArrivalNumber application) throws SQLException {
            return tx.one(
                    "select k.id, k.wrapped from application a join content c on c.id = a.content_id join case_key k on"
                            + " k.id = c.case_key where a.arrival_number = ?",
                    row -> new CaseKey(row.getObject("id", UUID.class), row.getBytes("wrapped")),
                    application.digits());
        }

        /** Empty when it was destroyed. */
        Optional<byte[]> unwrapped(CaseKeys keys) {
            try {
                return Optional.of(keys.unwrap(id, wrapped));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new FilingKey(new ArrivalNumber(row.getString("arrival_number")), row.getInt("filing_seq")),
                row.getInt("ordinal"),
                Tx.instant(row, "asked_at"),
                new CorrectionRequest(
                        CorrectionKind.valueOf(row.getString("kind")),
                        Tx.optionalInstant(row, "deadline"),
                        row.getBoolean("taken_late"),
                        List.of()),
                row.getBytes("sealed"));
    }
}
