package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecord.Answer;
import io.renkei.ports.records.AccessRecordId;
import io.renkei.ports.records.Requester;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.QuestionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Questions, their calls and their answers. */
final class JdbcQuestionStore implements QuestionStore {

    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_CLAIMED = 100;

    private final Database database;
    private final MasterKey masterKey;
    private final QuestionCalls calls;

    JdbcQuestionStore(Database database, MasterKey masterKey) {
        this.database = database;
        this.masterKey = masterKey;
        this.calls = new QuestionCalls(masterKey);
    }

    /** The row of a question. @param wrapped null once it was forgotten */
    private record Head(UUID id, Actor who, Requester requester, Instant asked, byte[] wrapped) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    row.getObject("id", UUID.class),
                    new Actor(
                            new AccountId(row.getObject("by_account", UUID.class)),
                            new AccountId(row.getObject("principal", UUID.class))),
                    Requesters.read(row),
                    Tx.instant(row, "asked_at"),
                    row.getBytes("wrapped"));
        }
    }

    @Override
    public void put(NewQuestion question) {
        database.ready();
        byte[] wrapped = QuestionKey.wrappedNew(masterKey, question.id().value());
        database.transact(tx -> {
            Requesters requester = Requesters.of(question.requester());
            tx.update(
                    "insert into selfinfo_question (id, by_account, principal, " + Requesters.COLUMNS
                            + ", asked_at, deadline, until_at, wrapped) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    question.id().value(),
                    question.who().by().value(),
                    question.who().principal().value(),
                    requester.kind(),
                    requester.account(),
                    requester.site(),
                    requester.consent(),
                    question.asked(),
                    question.deadline(),
                    question.until(),
                    wrapped);
            putCalls(tx, question);
            return null;
        });
    }

    private static void putCalls(Tx tx, NewQuestion question) throws SQLException {
        UUID id = question.id().value();
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> items = new ArrayList<>();
        for (int i = 0; i < question.calls().size(); i++) {
            int number = i + 1;
            NewCall call = question.calls().get(i);
            rows.add(new Object[] {
                id,
                number,
                call.agency().value(),
                UUID.randomUUID(),
                question.deadline(),
                0,
                question.asked(),
                false,
                false,
                ""
            });
            call.items()
                    .forEach((item, wanted) -> items.add(new Object[] {
                        id,
                        number,
                        item.value(),
                        call.agency().value(),
                        UUID.randomUUID(),
                        WantedText.of(wanted.condition()),
                        wanted.code().map(code -> code.value()),
                        Answer.OPEN,
                        Optional.empty()
                    }));
        }
        question.refused()
                .forEach((item, code) -> items.add(new Object[] {
                    id,
                    0,
                    item.value(),
                    Optional.empty(),
                    UUID.randomUUID(),
                    "latest",
                    Optional.empty(),
                    Answer.FAILED,
                    code
                }));
        tx.batch(
                "insert into selfinfo_call (question_id, call_no, destination, reference, deadline, tries, try_at, leased,"
                        + " recorded, code) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        tx.batch(
                "insert into selfinfo_item (question_id, call_no, item, destination, record_id, wanted, code, answer,"
                        + " failure) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                items);
    }

    @Override
    public Optional<Standing> find(QuestionId id) {
        return database.transact(tx -> {
            Optional<Head> head = tx.one(
                    "select * from selfinfo_question where id = ? and until_at > current_timestamp",
                    Head::of,
                    id.value());
            Optional<QuestionKey> key = head.flatMap(known -> QuestionKey.open(masterKey, known.id(), known.wrapped()));
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Standing(id, head.get().who(), parts(tx, id, key.get())));
        });
    }

    private static List<Part> parts(Tx tx, QuestionId id, QuestionKey key) throws SQLException {
        return tx.query(
                "select * from selfinfo_item where question_id = ? order by call_no, item",
                row -> new Part(
                        new SelfInformationNumber(row.getString("item")),
                        Optional.ofNullable(row.getString("destination")).map(DestinationId::new),
                        answer(row, key)),
                id.value());
    }

    private static ItemAnswer answer(ResultSet row, QuestionKey key) throws SQLException {
        return switch (Answer.valueOf(row.getString("answer"))) {
            case FOUND -> {
                Instant asOf = Tx.instant(row, "as_of");
                yield key.values(row.getInt("call_no"), row.getString("item"), row.getBytes("sealed"))
                        .<ItemAnswer>map(values -> new ItemAnswer.Found(values, asOf))
                        .orElse(new ItemAnswer.Failed("JOURNAL-041"));
            }
            case NO_DATA -> new ItemAnswer.NoData(Tx.instant(row, "as_of"));
            case UNDISCLOSED -> new ItemAnswer.Undisclosed(Tx.instant(row, "as_of"));
            case FAILED, RELEASED -> new ItemAnswer.Failed(row.getString("failure"));
            case OPEN -> new ItemAnswer.Pending();
        };
    }

    @Override
    public void forget(QuestionId id) {
        database.transact(tx -> destroy(tx, id.value()));
    }

    /** Under the lock of the question's row, so that no answer is kept behind it. */
    static int destroy(Tx tx, UUID id) throws SQLException {
        int destroyed = tx.update(
                "update selfinfo_question set wrapped = null, deadline = current_timestamp where id = ?"
                        + " and wrapped is not null",
                id);
        if (destroyed == 1) {
            tx.update("update selfinfo_item set sealed = null where question_id = ?", id);
            tx.update("update selfinfo_call set handle = null, deadline = current_timestamp where question_id = ?", id);
            tx.update("update selfinfo_call set try_at = current_timestamp where question_id = ? and not leased", id);
        }
        return destroyed;
    }

    @Override
    public List<DestinationId> due(int limit) {
        Limits.require("limit", limit, MOST_AT_ONCE);
        return database.transact(tx -> {
            tx.harmless();
            return tx.query(
                    "select distinct destination from selfinfo_call where try_at <= current_timestamp"
                            + " order by destination limit ?",
                    row -> new DestinationId(row.getString("destination")),
                    limit);
        });
    }

    @Override
    public List<Call> claim(DestinationId agency, Duration lease, int limit) {
        Limits.require("limit", limit, MOST_CLAIMED);
        return database.transact(tx -> calls.claim(
                tx, "destination = ?", "destination, try_at, question_id, call_no", lease, limit, agency.value()));
    }

    @Override
    public List<Call> claimOver(Duration lease, int limit) {
        Limits.require("limit", limit, MOST_CLAIMED);
        return database.transact(
                tx -> calls.claim(tx, "deadline <= current_timestamp", "deadline, try_at", lease, limit));
    }

    @Override
    public void asking(Call call) {
        database.transact(tx -> {
            int first = tx.update(
                    "update selfinfo_call set recorded = true where question_id = ? and call_no = ? and not recorded",
                    call.question().value(),
                    call.number());
            if (first == 1) {
                JdbcAccessRecords.write(tx, records(tx, call));
            }
            return null;
        });
    }

    private static List<AccessRecord> records(Tx tx, Call call) throws SQLException {
        Head head = tx.one(
                        "select * from selfinfo_question where id = ?",
                        Head::of,
                        call.question().value())
                .orElseThrow();
        Instant now = tx.now();
        return tx.query(
                "select record_id, item from selfinfo_item where question_id = ? and call_no = ? and answer = ?",
                row -> new AccessRecord(
                        new AccessRecordId(row.getObject("record_id", UUID.class)),
                        head.who().principal(),
                        head.who().by(),
                        head.requester(),
                        new SelfInformationNumber(row.getString("item")),
                        Optional.of(call.agency()),
                        now,
                        Optional.empty(),
                        Answer.OPEN,
                        false),
                call.question().value(),
                call.number(),
                Answer.OPEN);
    }

    @Override
    public void answered(Call call, Map<SelfInformationNumber, ItemAnswer> answers, Optional<Rest> rest) {
        database.transact(tx -> {
            Optional<QuestionKey> key = tx.one(
                            "select * from selfinfo_question where id = ? for update",
                            Head::of,
                            call.question().value())
                    .flatMap(head -> QuestionKey.open(masterKey, head.id(), head.wrapped()));
            Instant now = tx.now();
            for (Map.Entry<SelfInformationNumber, ItemAnswer> each : answers.entrySet()) {
                keep(tx, call, key, each.getKey(), each.getValue(), now);
            }
            Object[] row = {call.question().value(), call.number()};
            if (rest.isEmpty()) {
                return tx.update("delete from selfinfo_call where question_id = ? and call_no = ?", row);
            }
            return tx.update(
                    "update selfinfo_call set handle = ?, leased = false, tries = 0, code = '', try_at = least(deadline,"
                            + " cast(? as timestamp(6) with time zone)) where question_id = ? and call_no = ?",
                    key.flatMap(open -> rest.get().handle().map(handle -> open.sealHandle(call.number(), handle))),
                    now.plus(rest.get().after()),
                    row[0],
                    row[1]);
        });
    }

    private static void keep(
            Tx tx, Call call, Optional<QuestionKey> key, SelfInformationNumber item, ItemAnswer answer, Instant now)
            throws SQLException {
        Kept kept = Kept.of(answer);
        Optional<UUID> record = tx.one(
                "select record_id from selfinfo_item where question_id = ? and call_no = ? and item = ? and answer = ?",
                row -> row.getObject("record_id", UUID.class),
                call.question().value(),
                call.number(),
                item.value(),
                Answer.OPEN);
        if (record.isEmpty()) {
            return;
        }
        Optional<byte[]> sealed = answer instanceof ItemAnswer.Found found
                ? key.map(open -> open.seal(call.number(), item.value(), found.values()))
                : Optional.empty();
        tx.update(
                "update selfinfo_item set answer = ?, as_of = ?, failure = ?, sealed = ?"
                        + " where question_id = ? and call_no = ? and item = ?",
                kept.answer(),
                kept.asOf(),
                kept.failure(),
                sealed,
                call.question().value(),
                call.number(),
                item.value());
        JdbcAccessRecords.answer(tx, record.get(), kept.answer(), kept.answer() == Answer.UNDISCLOSED, now);
    }

    /** An answer as columns. */
    private record Kept(Answer answer, Optional<Instant> asOf, Optional<String> failure) {

        static Kept of(ItemAnswer answer) {
            if (answer instanceof ItemAnswer.Found found) {
                return new Kept(Answer.FOUND, Optional.of(found.asOf()), Optional.empty());
            }
            if (answer instanceof ItemAnswer.NoData none) {
                return new Kept(Answer.NO_DATA, Optional.of(none.asOf()), Optional.empty());
            }
            if (answer instanceof ItemAnswer.Undisclosed hidden) {
                return new Kept(Answer.UNDISCLOSED, Optional.of(hidden.asOf()), Optional.empty());
            }
            if (answer instanceof ItemAnswer.Failed failed) {
                return new Kept(Answer.FAILED, Optional.empty(), Optional.of(failed.code()));
            }
            throw new IllegalArgumentException("an answer that is kept is final");
        }
    }

    @Override
    public void again(Call call, Duration pause, boolean failed, String code) {
        database.transact(tx -> tx.update(
                "update selfinfo_call set leased = false, tries = tries + ?, code = ?, try_at = least(deadline,"
                        + " cast(? as timestamp(6) with time zone)) where question_id = ? and call_no = ?",
                failed ? 1 : 0,
                code,
                tx.now().plus(pause),
                call.question().value(),
                call.number()));
    }

    @Override
    public List<OpenCall> open(Optional<DestinationId> agency, int limit) {
        Limits.require("limit", limit, MOST_AT_ONCE);
        return database.transact(tx -> {
            tx.harmless();
            return calls.open(tx, agency, limit);
        });
    }

    @Override
    public int sweep(int limit) {
        Limits.require("limit", limit, MOST_AT_ONCE);
        int destroyed = each(
                "select id from selfinfo_question where until_at <= current_timestamp and wrapped is not null"
                        + " order by until_at, id limit ?",
                limit,
                JdbcQuestionStore::destroy);
        int removed = each(
                "select id from selfinfo_question q where wrapped is null and not exists"
                        + " (select 1 from selfinfo_call c where c.question_id = q.id) limit ?",
                limit,
                (tx, id) -> {
                    tx.update("delete from selfinfo_item where question_id = ?", id);
                    return tx.update("delete from selfinfo_question where id = ?", id);
                });
        return destroyed + removed;
    }

    /** What is done to one question in a transaction of its own. */
    private interface Step {
        int run(Tx tx, UUID id) throws SQLException;
    }

    private int each(String query, int limit, Step step) {
        List<UUID> ids = database.transact(tx -> {
            tx.harmless();
            return tx.query(query, row -> row.getObject("id", UUID.class), limit);
        });
        int done = 0;
        for (UUID id : ids) {
            done += database.transact(tx -> step.run(tx, id));
        }
        return done;
    }
}
