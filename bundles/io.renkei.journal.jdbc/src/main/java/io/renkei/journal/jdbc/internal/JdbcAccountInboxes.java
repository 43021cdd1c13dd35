package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.inboxes.Inbox;
import io.renkei.ports.inboxes.InboxTie;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.TypedCode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which inboxes accounts read. The account's chain is locked first, which puts the changes of its ties in order. */
final class JdbcAccountInboxes implements AccountInboxes {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String USE = "renkei.inbox-code.v1";
    private static final String WHOLE = "";
    private static final String READ = "select id, partner, person, since_at from account_inbox where account = ?";

    private final Database database;
    private final CaseKeys keys;
    private final MasterKey masterKey;

    JdbcAccountInboxes(Database database, CaseKeys keys, MasterKey masterKey) {
        this.database = database;
        this.keys = keys;
        this.masterKey = masterKey;
    }

    @Override
    public void invite(Inbox inbox, String code, Instant until, Instant at) {
        Sha256 digest = digest(code);
        database.transact(tx -> {
            tx.update("delete from inbox_invitation where partner = ? and person = ? and until_at <= ?", of(inbox, at));
            List<byte[]> waiting = tx.query(
                    "select code from inbox_invitation where partner = ? and person = ? order by until_at desc",
                    row -> row.getBytes("code"),
                    of(inbox));
            for (byte[] oldest : waiting.subList(Math.min(waiting.size(), MOST_CODES - 1), waiting.size())) {
                tx.update("delete from inbox_invitation where code = ?", oldest);
            }
            return tx.update(
                    "insert into inbox_invitation (partner, person, code, until_at) values (?, ?, ?, ?)",
                    of(inbox, digest, until));
        });
    }

    private static Object[] of(Inbox inbox, Object... more) {
        return Tx.values(
                List.of(
                        inbox.partner().value(),
                        inbox.person().map(InboxId::value).orElse(WHOLE)),
                more);
    }

    private Sha256 digest(String code) {
        database.ready();
        return masterKey.keyedDigest(USE, TypedCode.read(code).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Tied tie(AccountId account, String code, Instant at) {
        Sha256 digest = digest(code);
        LocalDate day = LocalDate.ofInstant(at, JAPAN);
        return database.transact(tx -> {
            Optional<AccountChain> chain = AccountChain.lock(tx, keys, account);
            if (chain.isEmpty() || CodeMisses.of(tx, account, day) >= MOST_MISSES) {
                return new Tied.NoSuchCode();
            }
            Optional<Inbox> inbox = tx.one(
                    "select partner, person from inbox_invitation where code = ? and until_at > ?",
                    JdbcAccountInboxes::inbox,
                    digest,
                    at);
            if (inbox.isEmpty()) {
                CodeMisses.note(tx, account, day);
                return new Tied.NoSuchCode();
            }
            return tie(tx, chain.get(), account, inbox.get(), digest, at.truncatedTo(ChronoUnit.MICROS));
        });
    }

    private static Tied tie(Tx tx, AccountChain chain, AccountId account, Inbox inbox, Sha256 digest, Instant at)
            throws SQLException {
        List<InboxTie> ties = read(tx, account);
        Optional<InboxTie> before =
                ties.stream().filter(each -> each.inbox().equals(inbox)).findFirst();
        if (before.isEmpty() && ties.size() >= MOST) {
            return new Tied.TooMany();
        }
        if (tx.update("delete from inbox_invitation where code = ?", digest) == 0) {
            return new Tied.NoSuchCode(); // somebody else was faster
        }
        if (before.isPresent()) {
            return new Tied.Reads(before.get());
        }
        InboxTie tie = new InboxTie(UUID.randomUUID(), inbox, at);
        tx.update(
                "insert into account_inbox (partner, person, id, account, since_at) values (?, ?, ?, ?, ?)",
                of(inbox, tie.id(), account.value(), at));
        chain.add("INBOX_TIED", detail(tie, at));
        chain.write(tx);
        return new Tied.Reads(tie);
    }

    private static Map<String, Object> detail(InboxTie tie, Instant at) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("tie", tie.id().toString());
        detail.put("partner", tie.inbox().partner().value());
        tie.inbox().person().ifPresent(person -> detail.put("inbox", person.value()));
        detail.put("at", at);
        return detail;
    }

    @Override
    public List<InboxTie> of(AccountId account) {
        return database.transact(tx -> read(tx, account));
    }

    private static List<InboxTie> read(Tx tx, AccountId account) throws SQLException {
        return tx.query(READ + " order by since_at, id", JdbcAccountInboxes::tie, account.value());
    }

    @Override
    public boolean untie(AccountId account, UUID tie, Instant at) {
        return database.transact(tx -> {
            Optional<AccountChain> chain = AccountChain.lock(tx, keys, account);
            Optional<InboxTie> known = tx.one(READ + " and id = ?", JdbcAccountInboxes::tie, account.value(), tie);
            if (chain.isEmpty() || known.isEmpty()) {
                return false;
            }
            tx.update("delete from account_inbox where id = ?", tie);
            chain.get().add("INBOX_UNTIED", detail(known.get(), at.truncatedTo(ChronoUnit.MICROS)));
            chain.get().write(tx);
            return true;
        });
    }

    @Override
    public boolean place(PartnerId partner, ArrivalNumber application, InboxId inbox, Instant at) {
        return database.transact(tx -> {
            Optional<Chain> chain = Chain.lock(tx, application);
            if (chain.isEmpty() || !isOf(tx, partner, application)) {
                return false;
            }
            Optional<String> before = tx.one(
                    "select person from application_inbox where arrival_number = ?",
                    row -> row.getString("person"),
                    application.digits());
            if (before.equals(Optional.of(inbox.value()))) {
                return true;
            }
            tx.update(
                    before.isEmpty()
                            ? "insert into application_inbox (person, arrival_number) values (?, ?)"
                            : "update application_inbox set person = ? where arrival_number = ?",
                    inbox.value(),
                    application.digits());
            chain.get()
                    .add(
                            Optional.empty(),
                            "INBOX_PLACED",
                            Map.of("inbox", inbox.value(), "at", at.truncatedTo(ChronoUnit.MICROS)));
            chain.get().write(tx);
            return true;
        });
    }

    private static boolean isOf(Tx tx, PartnerId partner, ArrivalNumber application) throws SQLException {
        return tx.one(
                        "select 1 as found from application where arrival_number = ? and sender = ?",
                        row -> row.getInt("found"),
                        application.digits(),
                        partner.value())
                .isPresent();
    }

    @Override
    public boolean holds(Inbox inbox, ArrivalNumber application) {
        return database.transact(tx -> {
            boolean placed = inbox.person().isEmpty()
                    || tx.one(
                                    "select 1 as found from application_inbox where arrival_number = ? and person = ?",
                                    row -> row.getInt("found"),
                                    application.digits(),
                                    inbox.person().get().value())
                            .isPresent();
            return placed && isOf(tx, inbox.partner(), application);
        });
    }

    @Override
    public void read(Actor who, InboxTie tie, String what, String about, Instant at) {
        database.transact(tx -> {
            Optional<AccountChain> chain = AccountChain.lock(tx, keys, who.principal());
            if (chain.isPresent()) {
                Map<String, Object> detail = detail(tie, at.truncatedTo(ChronoUnit.MICROS));
                detail.put("by", who.by().toString());
                detail.put("what", what);
                detail.put("about", about);
                chain.get().add("INBOX_READ", detail);
                chain.get().write(tx);
            }
            return null;
        });
    }

    private static InboxTie tie(ResultSet row) throws SQLException {
        return new InboxTie(row.getObject("id", UUID.class), inbox(row), Tx.instant(row, "since_at"));
    }

    private static Inbox inbox(ResultSet row) throws SQLException {
        String person = row.getString("person");
        return new Inbox(
                new PartnerId(row.getString("partner")),
                person.equals(WHOLE) ? Optional.empty() : Optional.of(new InboxId(person)));
    }
}
