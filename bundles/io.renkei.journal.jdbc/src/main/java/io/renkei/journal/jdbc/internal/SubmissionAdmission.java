package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.state.Admission;
import io.renkei.ports.submissions.NewSubmission;
import io.renkei.ports.submissions.Permission;
import io.renkei.ports.submissions.SubmissionNews;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes a submission that came now: its case key, its rows, its chain, and the lists of its destinations last. */
final class SubmissionAdmission {

    static final String RECORDED = "SUBMISSION_RECORDED";

    private SubmissionAdmission() {}

    /** The key of the new case. */
    record Key(UUID id, byte[] plain, byte[] wrapped) {}

    static Admission admit(Tx tx, NewSubmission submission, Key key) throws SQLException {
        Optional<Admission> first = first(tx, submission.sender(), submission.senderNumber(), submission.digest());
        if (first.isPresent()) {
            return first.get();
        }
        if (isTaken(tx, submission.number())) {
            return new Admission.ArrivalNumberTaken();
        }
        try {
            CaseKeys.insert(tx, key.id(), key.wrapped());
            insert(tx, submission, key.id());
        } catch (SQLException e) {
            throw Faults.isDuplicate(e) ? new SQLException("a number was kept meanwhile", Faults.AGAIN, e) : e;
        }
        write(tx, submission, key.plain());
        return new Admission.Admitted();
    }

    /** One number names one thing, whichever it is. */
    private static boolean isTaken(Tx tx, ArrivalNumber number) throws SQLException {
        return tx.one(
                        "select 1 from submission where arrival_number = ?"
                                + " union all select 1 from application where arrival_number = ?",
                        row -> true,
                        number.digits(),
                        number.digits())
                .isPresent();
    }

    private static void insert(Tx tx, NewSubmission submission, UUID caseKey) throws SQLException {
        tx.update(
                "insert into submission (arrival_number, sender, sender_number, arrived, digest, case_key, procedures,"
                        + " receipt) values (?, ?, ?, ?, ?, ?, ?, ?)",
                submission.number().digits(),
                submission.sender().value(),
                submission.senderNumber().value(),
                submission.arrived(),
                submission.digest(),
                caseKey,
                SubmissionRows.joined(submission.what().procedures()),
                submission.receipt());
    }

    private static void write(Tx tx, NewSubmission submission, byte[] key) throws SQLException {
        ArrivalNumber number = submission.number();
        List<Permission> permissions = submission.what().permissions();
        SealedObject.write(tx, number, submission.what().objects(), key);
        SubmissionRows.write(tx, number, permissions);
        Chain chain = Chain.begin(Chain.Book.SUBMISSIONS, number, submission.arrived());
        chain.add(Optional.empty(), RECORDED, Details.submitted(submission));
        chain.writeFirst(tx);
        NewsLists.add(
                tx,
                permissions.stream().map(Permission::destination).toList(),
                number,
                SubmissionNews.Kind.RECORDED,
                submission.arrived());
    }

    /** What the sender's number was answered with. */
    static Optional<Admission> first(Tx tx, PartnerId sender, SenderNumber number, Sha256 digest) throws SQLException {
        return tx.one(
                "select arrival_number, digest, receipt from submission where sender = ? and sender_number = ?",
                row -> Sha256.ofDigest(row.getBytes("digest")).equals(digest)
                        ? new Admission.Repeated(
                                new ArrivalNumber(row.getString("arrival_number")), row.getBytes("receipt"))
                        : new Admission.NumberReused(),
                sender.value(),
                number.value());
    }
}
