package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.sites.SiteId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A handover whose matter (what was asked for, what was chosen, who looked) is still encrypted. */
record SealedHandover(Columns columns, UUID keyId, byte[] wrapped, byte[] matter) {

    private static final Logger LOG = LoggerFactory.getLogger(SealedHandover.class);

    /** How the matter is written; a later form gets the next number. */
    private static final int FORM = 2;

    /** Before certificates could be asked for. */
    private static final int WITHOUT_CERTIFICATES = 1;

    private static final int LATEST = 0;
    private static final int AT = 1;
    private static final int RANGE = 2;

    private static final String READ =
            "select id, site, state, version, account, link, consent, question, bundle, forget, key_id,"
                    + " wrapped, matter, asked_at, changed_at, until_at, look_at from handover where wrapped is not null and matter is not null and ";

    /** What stands in clear. */
    record Columns(
            HandoverId id,
            SiteId site,
            HandoverState state,
            long version,
            Optional<AccountId> account,
            Optional<ConsentId> link,
            Optional<ConsentId> consent,
            Optional<QuestionId> question,
            Optional<BundleId> bundle,
            boolean forget,
            Instant asked,
            Instant changed,
            Instant until,
            Optional<Instant> look) {}

    /** What is encrypted. */
    private record Matter(
            HandoverWish wish,
            Set<SelfInformationNumber> released,
            Optional<AccountId> consentedBy,
            Set<AccountId> lookers,
            Set<HoldingRef> certificates) {}

    /** @param condition with order and limit */
    static List<SealedHandover> read(Tx tx, String condition, Object... values) throws SQLException {
        return tx.query(READ + condition, SealedHandover::of, values);
    }

    static byte[] seal(byte[] key, KeptHandover handover) {
        byte[] plain = write(new Matter(
                handover.view().wish(),
                handover.view().released(),
                handover.consentedBy(),
                handover.lookers(),
                handover.view().certificates()));
        return Seal.seal(key, Seal.matterContext(handover.view().id().value()), plain, plain.length);
    }

    /** Empty when it cannot be opened any more: it must not hide the others. */
    Optional<KeptHandover> open(MasterKey masterKey) {
        try {
            byte[] key = masterKey.unwrap(Seal.handoverKeyContext(keyId), wrapped);
            Matter opened = read(Seal.open(key, Seal.matterContext(columns.id().value()), matter));
            return Optional.of(kept(opened));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            LOG.error(
                    "JOURNAL-052: handover {} was changed in the database, which is tampering: it is not used. Keep the"
                            + " database and restore from the backup",
                    columns.id());
            return Optional.empty();
        }
    }

    private KeptHandover kept(Matter opened) {
        return new KeptHandover(
                new HandoverView(
                        columns.id(),
                        columns.site(),
                        opened.wish(),
                        columns.state(),
                        columns.account(),
                        columns.consent(),
                        columns.question(),
                        opened.released(),
                        columns.asked(),
                        columns.until(),
                        columns.bundle(),
                        opened.certificates()),
                columns.version(),
                columns.link(),
                opened.consentedBy(),
                opened.lookers(),
                columns.look(),
                columns.forget(),
                columns.changed());
    }

    private static byte[] write(Matter matter) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeUTF(matter.wish().purpose());
            out.writeShort(matter.wish().items().size());
            for (Map.Entry<SelfInformationNumber, AttributeCondition> each :
                    new TreeMap<>(matter.wish().items()).entrySet()) {
                out.writeUTF(each.getKey().value());
                write(out, each.getValue());
            }
            out.writeShort(matter.released().size());
            for (SelfInformationNumber each : matter.released()) {
                out.writeUTF(each.value());
            }
            accounts(out, matter.consentedBy().map(Set::of).orElse(Set.of()));
            accounts(out, matter.lookers());
            deductions(out, matter.wish().deductions());
            out.writeShort(matter.certificates().size());
            for (HoldingRef each : matter.certificates()) {
                out.writeUTF(each.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void deductions(DataOutputStream out, Optional<DeductionWish> wish) throws IOException {
        out.writeBoolean(wish.isPresent());
        if (wish.isPresent()) {
            out.writeShort(wish.get().year());
            out.writeBoolean(wish.get().documents());
            out.writeShort(wish.get().kinds().size());
            for (String kind : wish.get().kinds()) {
                out.writeUTF(kind);
            }
        }
    }

    private static void accounts(DataOutputStream out, Set<AccountId> accounts) throws IOException {
        out.writeShort(accounts.size());
        for (AccountId each : accounts) {
            out.writeLong(each.value().getMostSignificantBits());
            out.writeLong(each.value().getLeastSignificantBits());
        }
    }

    private static void write(DataOutputStream out, AttributeCondition condition) throws IOException {
        List<Long> numbers = condition.fold(
                () -> List.of((long) LATEST),
                day -> List.of((long) AT, day.toEpochDay()),
                (from, to) -> List.of((long) RANGE, from.toEpochDay(), to.toEpochDay()));
        out.writeByte(numbers.get(0).intValue());
        for (long day : numbers.subList(1, numbers.size())) {
            out.writeLong(day);
        }
    }

    private static Matter read(byte[] plain) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            int form = in.readByte();
            if (form != FORM && form != WITHOUT_CERTIFICATES) {
                throw new IOException("the matter is written in a form that this gateway does not know");
            }
            String purpose = in.readUTF();
            Map<SelfInformationNumber, AttributeCondition> items = new TreeMap<>();
            for (int i = in.readUnsignedShort(); i > 0; i--) {
                items.put(new SelfInformationNumber(in.readUTF()), condition(in));
            }
            Set<SelfInformationNumber> released = new HashSet<>();
            for (int i = in.readUnsignedShort(); i > 0; i--) {
                released.add(new SelfInformationNumber(in.readUTF()));
            }
            Optional<AccountId> consentedBy = accounts(in).stream().findFirst();
            Set<AccountId> lookers = accounts(in);
            Optional<DeductionWish> deductions = form == FORM ? deductions(in) : Optional.empty();
            Set<HoldingRef> certificates = new HashSet<>();
            for (int i = form == FORM ? in.readUnsignedShort() : 0; i > 0; i--) {
                certificates.add(HoldingRef.parse(in.readUTF())
                        .orElseThrow(() -> new IOException("a certificate is named in another way than it was")));
            }
            return new Matter(
                    new HandoverWish(items, purpose, deductions), released, consentedBy, lookers, certificates);
        }
    }

    private static Optional<DeductionWish> deductions(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        int year = in.readUnsignedShort();
        boolean documents = in.readBoolean();
        Set<String> kinds = new HashSet<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            kinds.add(in.readUTF());
        }
        return Optional.of(new DeductionWish(year, kinds, documents));
    }

    private static Set<AccountId> accounts(DataInputStream in) throws IOException {
        Set<AccountId> accounts = new HashSet<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            accounts.add(new AccountId(new UUID(in.readLong(), in.readLong())));
        }
        return accounts;
    }

    private static AttributeCondition condition(DataInputStream in) throws IOException {
        int kind = in.readByte();
        if (kind == AT) {
            return new AttributeCondition.At(LocalDate.ofEpochDay(in.readLong()));
        }
        return kind == RANGE
                ? new AttributeCondition.Range(LocalDate.ofEpochDay(in.readLong()), LocalDate.ofEpochDay(in.readLong()))
                : new AttributeCondition.Latest();
    }

    private static SealedHandover of(ResultSet row) throws SQLException {
        return new SealedHandover(
                new Columns(
                        new HandoverId(row.getObject("id", UUID.class)),
                        new SiteId(row.getString("site")),
                        HandoverState.valueOf(row.getString("state")),
                        row.getLong("version"),
                        Optional.ofNullable(row.getObject("account", UUID.class))
                                .map(AccountId::new),
                        Optional.ofNullable(row.getObject("link", UUID.class)).map(ConsentId::new),
                        Optional.ofNullable(row.getObject("consent", UUID.class))
                                .map(ConsentId::new),
                        Optional.ofNullable(row.getObject("question", UUID.class))
                                .map(QuestionId::new),
                        Optional.ofNullable(row.getObject("bundle", UUID.class)).map(BundleId::new),
                        row.getBoolean("forget"),
                        Tx.instant(row, "asked_at"),
                        Tx.instant(row, "changed_at"),
                        Tx.instant(row, "until_at"),
                        Tx.optionalInstant(row, "look_at")),
                row.getObject("key_id", UUID.class),
                row.getBytes("wrapped"),
                row.getBytes("matter"));
    }

    @Override
    public String toString() {
        return "SealedHandover[" + columns.id() + "]";
    }
}
