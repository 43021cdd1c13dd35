package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.submissions.DataObject;
import io.renkei.ports.submissions.Permission;
import io.renkei.ports.submissions.SubmissionView;
import io.renkei.ports.submissions.SubmissionView.Permitted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Submissions as they stand in their tables, without objects. */
final class SubmissionRows {

    private static final String READ =
            "select arrival_number, sender, sender_number, arrived, procedures from submission";

    private SubmissionRows() {}

    /** @param where begins with a space */
    static List<SubmissionView> read(Tx tx, String where, Object... values) throws SQLException {
        List<SubmissionView> bare = tx.query(READ + where, SubmissionRows::of, values);
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, List<Permitted>> permissions = permissions(
                tx, bare.stream().map(view -> view.number().digits()).toList());
        return bare.stream()
                .map(view -> with(
                        view, Map.of(), permissions.getOrDefault(view.number().digits(), List.of())))
                .toList();
    }

    static SubmissionView with(SubmissionView view, Map<Integer, DataObject> objects, List<Permitted> permissions) {
        return new SubmissionView(
                view.number(),
                view.sender(),
                view.senderNumber(),
                view.arrived(),
                view.procedures(),
                objects,
                permissions);
    }

    private static Map<String, List<Permitted>> permissions(Tx tx, List<String> numbers) throws SQLException {
        Map<String, List<Permitted>> found = new HashMap<>();
        tx.query(
                "select arrival_number, destination, objects, from_at, until_at, revoked_at from submission_permission"
                        + " where arrival_number in " + Tx.in(numbers) + " order by arrival_number, destination",
                row -> found.computeIfAbsent(row.getString("arrival_number"), number -> new ArrayList<>())
                        .add(permitted(row)),
                Tx.filled(numbers).toArray());
        return found;
    }

    static void write(Tx tx, ArrivalNumber submission, List<Permission> permissions) throws SQLException {
        tx.batch(
                "insert into submission_permission (arrival_number, destination, objects, from_at, until_at)"
                        + " values (?, ?, ?, ?, ?)",
                permissions.stream()
                        .map(permission -> new Object[] {
                            submission.digits(),
                            permission.destination().value(),
                            joined(permission.objects()),
                            permission.from(),
                            permission.until()
                        })
                        .toList());
    }

    static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static Permitted permitted(ResultSet row) throws SQLException {
        Set<Integer> objects = Arrays.stream(row.getString("objects").split(","))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Permitted(
                new Permission(
                        new DestinationId(row.getString("destination")),
                        objects,
                        Tx.instant(row, "from_at"),
                        Tx.instant(row, "until_at")),
                Tx.optionalInstant(row, "revoked_at"));
    }

    private static SubmissionView of(ResultSet row) throws SQLException {
        return new SubmissionView(
                new ArrivalNumber(row.getString("arrival_number")),
                new PartnerId(row.getString("sender")),
                new SenderNumber(row.getString("sender_number")),
                Tx.instant(row, "arrived"),
                Arrays.stream(row.getString("procedures").split(","))
                        .map(ProcedureId::new)
                        .toList(),
                Map.of(),
                List.of());
    }
}
