package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.ports.state.FilingView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads filings with their receipts. */
final class FilingRow {

    static final String COLUMNS = "f.arrival_number, f.seq, f.procedure_id, f.destination, f.state, f.version,"
            + " f.attempts, f.due, f.cause, f.purpose, f.earlier_seq";

    private static final String WITH_RECEIPTS =
            "select " + COLUMNS + ", r.destination as r_destination, r.kind as r_kind, r.number as r_number from ";
    private static final String RECEIPTS = " f left join receipt r on r.arrival_number = f.arrival_number"
            + " and r.filing_seq = f.seq order by f.arrival_number, f.seq, r.ordinal";

    private FilingRow() {}

    /** By key. @param where follows {@code from filing f} */
    static List<FilingView> read(Tx tx, String where, Object... values) throws SQLException {
        String sql = WITH_RECEIPTS + "(select " + COLUMNS + " from filing f " + where + ")" + RECEIPTS;
        Map<FilingKey, List<FilingView>> rows = new LinkedHashMap<>();
        for (FilingView row : tx.query(sql, FilingRow::withOneReceipt, values)) {
            rows.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
        }
        return rows.values().stream().map(FilingRow::joined).toList();
    }

    /** All filings of these applications, of which there is at least one. */
    static List<FilingView> ofApplications(Tx tx, List<String> numbers) throws SQLException {
        return read(
                tx,
                "where f.arrival_number in " + Tx.in(numbers),
                Tx.filled(numbers).toArray());
    }

    static Optional<FilingView> read(Tx tx, FilingKey key) throws SQLException {
        return read(
                        tx,
                        "where f.arrival_number = ? and f.seq = ?",
                        key.application().digits(),
                        key.sequence())
                .stream()
                .findFirst();
    }

    /** These filings, read again with their receipts, in their order. */
    static List<FilingView> withReceipts(Tx tx, List<FilingView> bare) throws SQLException {
        if (bare.isEmpty()) {
            return bare;
        }
        List<String> numbers = bare.stream()
                .map(view -> view.key().application().digits())
                .distinct()
                .toList();
        Map<FilingKey, FilingView> full = new LinkedHashMap<>();
        ofApplications(tx, numbers).forEach(view -> full.put(view.key(), view));
        return bare.stream().map(view -> full.get(view.key())).toList();
    }

    /** A row without its receipts. */
    static FilingView bare(ResultSet row) throws SQLException {
        return view(row, List.of());
    }

    private static FilingView withOneReceipt(ResultSet row) throws SQLException {
        String number = row.getString("r_number");
        if (number == null) {
            return bare(row);
        }
        DestinationId from = new DestinationId(row.getString("r_destination"));
        return view(row, List.of(new ReceiptNumber(from, row.getString("r_kind"), number)));
    }

    private static FilingView view(ResultSet row, List<ReceiptNumber> receipts) throws SQLException {
        ArrivalNumber application = new ArrivalNumber(row.getString("arrival_number"));
        return new FilingView(
                new FilingKey(application, row.getInt("seq")),
                new ProcedureId(row.getString("procedure_id")),
                new DestinationId(row.getString("destination")),
                FilingState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getInt("attempts"),
                Tx.optionalInstant(row, "due"),
                Optional.ofNullable(row.getString("cause")),
                receipts,
                FilingPurpose.valueOf(row.getString("purpose")),
                Optional.ofNullable(row.getObject("earlier_seq", Integer.class))
                        .map(sequence -> new FilingKey(application, sequence)));
    }

    private static FilingView joined(List<FilingView> rows) {
        FilingView first = rows.get(0);
        return new FilingView(
                first.key(),
                first.procedure(),
                first.destination(),
                first.state(),
                first.version(),
                first.attempts(),
                first.due(),
                first.cause(),
                rows.stream().flatMap(row -> row.receipts().stream()).toList(),
                first.purpose(),
                first.earlier());
    }
}
