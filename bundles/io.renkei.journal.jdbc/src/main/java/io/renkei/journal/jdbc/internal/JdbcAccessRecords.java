package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecord.Answer;
import io.renkei.ports.records.AccessRecord.Certificate;
import io.renkei.ports.records.AccessRecordId;
import io.renkei.ports.records.AccessRecordStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Access records, one row each; only the answer of an open one is ever written into it. */
final class JdbcAccessRecords implements AccessRecordStore {

    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_LISTED = 100;
    private static final String ANSWER =
            "update access_record set answer = ?, undisclosed = ?, answered_at = ? where id = ? and answer = ?";

    private final Database database;

    JdbcAccessRecords(Database database) {
        this.database = database;
    }

    @Override
    public void asked(List<AccessRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        Limits.require("the number of records", records.size(), MOST_AT_ONCE);
        if (!records.stream().allMatch(AccessRecord::isAboutOneThing)) {
            throw new IllegalArgumentException("an access record is about an item or a certificate");
        }
        List<UUID> ids = records.stream().map(record -> record.id().value()).toList();
        database.transact(tx -> {
            Set<UUID> there = new HashSet<>(tx.query(
                    "select id from access_record where id in " + Tx.in(ids),
                    row -> row.getObject("id", UUID.class),
                    Tx.filled(ids).toArray()));
            write(
                    tx,
                    records.stream()
                            .filter(record -> !there.contains(record.id().value()))
                            .toList());
            return null;
        });
    }

    /** In the transaction that needs them. */
    static void write(Tx tx, List<AccessRecord> records) throws SQLException {
        try {
            tx.batch(
                    "insert into access_record (id, principal, by_account, " + Requesters.COLUMNS
                            + ", item, certificate, tax_year, destination, asked_at, answered_at, answer, undisclosed)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    records.stream().map(JdbcAccessRecords::columns).toList());
        } catch (SQLException e) {
            throw Faults.isDuplicate(e) ? new SQLException("another node wrote it", Faults.AGAIN, e) : e;
        }
    }

    private static Object[] columns(AccessRecord record) {
        Requesters requester = Requesters.of(record.requester());
        return new Object[] {
            record.id().value(),
            record.principal().value(),
            record.by().value(),
            requester.kind(),
            requester.account(),
            requester.site(),
            requester.consent(),
            record.item().map(SelfInformationNumber::value),
            record.certificate().map(Certificate::kind),
            record.certificate().map(Certificate::year),
            record.agency().map(DestinationId::value),
            record.asked(),
            record.answered(),
            record.answer(),
            record.undisclosed()
        };
    }

    @Override
    public void answered(List<AccessRecordId> ids, Answer answer, boolean undisclosed, Instant at) {
        Limits.require("the number of records", ids.size(), MOST_AT_ONCE);
        database.transact(tx -> {
            tx.batch(
                    ANSWER,
                    ids.stream()
                            .map(id -> new Object[] {answer, undisclosed, at, id.value(), Answer.OPEN})
                            .toList());
            return null;
        });
    }

    /** In the transaction that keeps the answer. */
    static int answer(Tx tx, UUID id, Answer answer, boolean undisclosed, Instant at) throws SQLException {
        return tx.update(ANSWER, answer, undisclosed, at, id, Answer.OPEN);
    }

    @Override
    public List<AccessRecord> list(AccountId principal, Optional<AccessRecordId> before, int limit) {
        Limits.require("limit", limit, MOST_LISTED);
        return database.transact(tx -> {
            Optional<Instant> last = before.isEmpty()
                    ? Optional.empty()
                    : tx.one(
                            "select asked_at from access_record where id = ? and principal = ?",
                            row -> Tx.instant(row, "asked_at"),
                            before.get().value(),
                            principal.value());
            if (before.isPresent() && last.isEmpty()) {
                return List.of();
            }
            String older = last.isPresent() ? " and (asked_at < ? or asked_at = ? and id < ?)" : "";
            Object[] rest = last.isPresent()
                    ? new Object[] {last.get(), last.get(), before.get().value(), limit}
                    : new Object[] {limit};
            return tx.query(
                    "select * from access_record where principal = ?" + older
                            + " order by principal desc, asked_at desc, id desc limit ?",
                    JdbcAccessRecords::record,
                    Tx.values(List.of(principal.value()), rest));
        });
    }

    /** What is not disclosed is left out here, so that nobody further up can show it. */
    private static AccessRecord record(ResultSet row) throws SQLException {
        boolean undisclosed = row.getBoolean("undisclosed");
        Optional<String> item = Optional.ofNullable(row.getString("item"));
        Optional<String> certificate = Optional.ofNullable(row.getString("certificate"));
        int year = row.getInt("tax_year");
        String agency = row.getString("destination");
        return new AccessRecord(
                new AccessRecordId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("principal", UUID.class)),
                new AccountId(row.getObject("by_account", UUID.class)),
                Requesters.read(row),
                undisclosed ? Optional.empty() : item.map(SelfInformationNumber::new),
                undisclosed ? Optional.empty() : certificate.map(kind -> new Certificate(kind, year)),
                undisclosed ? Optional.empty() : Optional.ofNullable(agency).map(DestinationId::new),
                Tx.instant(row, "asked_at"),
                Tx.optionalInstant(row, "answered_at"),
                Answer.valueOf(row.getString("answer")),
                undisclosed);
    }

    @Override
    public int removeBefore(Instant before, int limit) {
        Limits.require("limit", limit, MOST_AT_ONCE);
        return database.transact(tx -> {
            List<UUID> old = tx.query(
                    "select id from access_record where asked_at < ? order by asked_at, id limit ?",
                    row -> row.getObject("id", UUID.class),
                    before,
                    limit);
            if (old.isEmpty()) {
                tx.harmless();
                return 0;
            }
            tx.update(
                    "delete from access_record where id in " + Tx.in(old),
                    Tx.filled(old).toArray());
            return old.size();
        });
    }
}
