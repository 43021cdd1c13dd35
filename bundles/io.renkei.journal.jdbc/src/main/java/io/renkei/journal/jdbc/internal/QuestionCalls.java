package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.AccessRecord.Answer;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.QuestionStore.Call;
import io.renkei.ports.selfinfo.QuestionStore.OpenCall;
import io.renkei.ports.selfinfo.QuestionStore.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The due rows of questions. A claim moves the time of the next try; no row stays locked for it. */
final class QuestionCalls {

    /** More candidates are looked at than are claimed, so that nodes that claim at once find work each. */
    private static final int CANDIDATES_PER_CLAIM = 4;

    private static final String CALLS = "select c.*, q.by_account, q.principal, q.asked_at, q.wrapped"
            + " from selfinfo_call c join selfinfo_question q on q.id = c.question_id";

    private final MasterKey masterKey;

    QuestionCalls(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /** Names a row. */
    private record Key(UUID question, int call) {

        static Key of(ResultSet row) throws SQLException {
            return new Key(row.getObject("question_id", UUID.class), row.getInt("call_no"));
        }
    }

    /** A row of {@link #CALLS}, without its items. */
    private record Row(
            Key key,
            UUID reference,
            String destination,
            Actor who,
            byte[] handle,
            int tries,
            String code,
            Instant asked,
            Instant deadline,
            Instant tryAt,
            byte[] wrapped) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    Key.of(row),
                    row.getObject("reference", UUID.class),
                    row.getString("destination"),
                    new Actor(
                            new AccountId(row.getObject("by_account", UUID.class)),
                            new AccountId(row.getObject("principal", UUID.class))),
                    row.getBytes("handle"),
                    row.getInt("tries"),
                    row.getString("code"),
                    Tx.instant(row, "asked_at"),
                    Tx.instant(row, "deadline"),
                    Tx.instant(row, "try_at"),
                    row.getBytes("wrapped"));
        }
    }

    /** One item of a call. */
    private record Item(Key key, SelfInformationNumber number, Wanted wanted) {}

    /**
     * Takes rows that are due. Looks first and locks then: a query that locks reads all that waits, whatever its limit.
     *
     * @param condition on a row of selfinfo_call, beside that it is due
     * @param order the columns of an index
     */
    List<Call> claim(Tx tx, String condition, String order, Duration lease, int limit, Object... values)
            throws SQLException {
        List<Key> candidates = tx.query(
                "select question_id, call_no from selfinfo_call where " + condition
                        + " and try_at <= current_timestamp order by " + order + " limit ?",
                Key::of,
                Tx.values(List.of(values), limit * CANDIDATES_PER_CLAIM));
        List<Key> held = new ArrayList<>();
        Instant until = tx.now().plus(lease);
        for (Key key : candidates) {
            if (held.size() < limit && take(tx, key, until)) {
                held.add(key);
            }
        }
        if (held.isEmpty()) {
            tx.harmless();
        }
        return calls(tx, held);
    }

    private static boolean take(Tx tx, Key key, Instant until) throws SQLException {
        boolean free = tx.one(
                        "select call_no from selfinfo_call where question_id = ? and call_no = ?"
                                + " and try_at <= current_timestamp for update skip locked",
                        row -> true,
                        key.question(),
                        key.call())
                .isPresent();
        if (free) {
            tx.update(
                    "update selfinfo_call set try_at = ?, leased = true where question_id = ? and call_no = ?",
                    until,
                    key.question(),
                    key.call());
        }
        return free;
    }

    private List<Call> calls(Tx tx, List<Key> keys) throws SQLException {
        List<Call> calls = new ArrayList<>();
        for (Key key : keys) {
            Optional<Row> row =
                    tx.one(CALLS + " where c.question_id = ? and c.call_no = ?", Row::of, key.question(), key.call());
            if (row.isPresent()) {
                calls.add(call(row.get(), items(tx, key)));
            }
        }
        return calls;
    }

    private Call call(Row row, Map<SelfInformationNumber, Wanted> items) {
        Optional<QuestionKey> key = QuestionKey.open(masterKey, row.key().question(), row.wrapped());
        return new Call(
                new QuestionId(row.key().question()),
                row.key().call(),
                row.reference(),
                new DestinationId(row.destination()),
                row.who(),
                items,
                key.flatMap(open -> open.handle(row.key().call(), row.handle())),
                row.tries(),
                row.code(),
                row.asked(),
                row.deadline(),
                key.isEmpty());
    }

    private static Map<SelfInformationNumber, Wanted> items(Tx tx, Key key) throws SQLException {
        return tx
                .query(
                        "select question_id, call_no, item, wanted, code from selfinfo_item"
                                + " where question_id = ? and call_no = ? and answer = ?",
                        QuestionCalls::item,
                        key.question(),
                        key.call(),
                        Answer.OPEN)
                .stream()
                .collect(Collectors.toMap(Item::number, Item::wanted));
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                Key.of(row),
                new SelfInformationNumber(row.getString("item")),
                new Wanted(
                        WantedText.read(row.getString("wanted")),
                        Optional.ofNullable(row.getString("code")).map(InformationCode::new)));
    }

    /** For the operators' list. */
    List<OpenCall> open(Tx tx, Optional<DestinationId> agency, int limit) throws SQLException {
        String condition = agency.isPresent() ? " where c.destination = ?" : "";
        List<Object> values =
                agency.<List<Object>>map(id -> List.of(id.value())).orElse(List.of());
        List<Row> rows = tx.query(
                CALLS + condition + " order by c.deadline, c.question_id, c.call_no limit ?",
                Row::of,
                Tx.values(values, limit));
        List<OpenCall> calls = new ArrayList<>();
        for (Row row : rows) {
            calls.add(new OpenCall(
                    new QuestionId(row.key().question()),
                    new DestinationId(row.destination()),
                    items(tx, row.key()).keySet().stream().sorted().toList(),
                    row.asked(),
                    row.deadline(),
                    row.handle() != null,
                    row.tries(),
                    row.code(),
                    row.tryAt()));
        }
        return calls;
    }
}
