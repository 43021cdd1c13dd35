package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A notice whose title is still encrypted.
 *
 * @param bare the notice without its title
 * @param wrappedKey null when the key of its case was destroyed
 * @param title null until it is matched, and when it was erased with the key
 */
record SealedNotice(NoticeView bare, UUID caseKey, byte[] wrappedKey, byte[] title) {

    private static final Logger LOG = LoggerFactory.getLogger(SealedNotice.class);

    private static final String TIMES = Stream.of(NoticeFact.values())
            .map(fact -> "n." + NoticeMarks.column(fact))
            .collect(Collectors.joining(", "));

    private static final String READ = "select n.id, n.destination, n.channel, n.remote_id, n.verdict, n.issuer_number,"
            + " n.code, n.arrival_number, n.filing_seq, n.addressee, n.title, n.content_id, " + TIMES
            + ", n.issued_on, n.signers, n.finding, n.fetch_until, n.successor, n.rival, n.repeats, n.is_read,"
            + " c.plain_size, c.digest, c.case_key, k.wrapped"
            + " from notice n join content c on c.id = n.content_id join case_key k on k.id = c.case_key where ";

    /** @param condition on a notice {@code n}, with order and limit */
    static List<SealedNotice> read(Tx tx, String condition, Object... values) throws SQLException {
        return tx.query(READ + condition, SealedNotice::of, values);
    }

    static Optional<SealedNotice> read(Tx tx, NoticeId id) throws SQLException {
        return tx.one(READ + "n.id = ?", SealedNotice::of, id.value());
    }

    /** The title under the key of the notice's case; empty when that key was destroyed. */
    Optional<byte[]> seal(CaseKeys keys, String plain) {
        if (wrappedKey == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
            byte[] key = keys.unwrap(caseKey, wrappedKey);
            return Optional.of(Seal.seal(key, Seal.titleContext(bare.id().value()), bytes, bytes.length));
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** With its title. One that was erased, or cannot be opened any more, is empty: it must not hide the others. */
    NoticeView open(CaseKeys keys) {
        if (title == null || wrappedKey == null) {
            return bare;
        }
        try {
            byte[] key = keys.unwrap(caseKey, wrappedKey);
            byte[] plain = Seal.open(key, Seal.titleContext(bare.id().value()), title);
            return titled(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IOException e) {
            LOG.error(
                    "JOURNAL-025: the title of notice {} was changed in the database, which is tampering: keep the"
                            + " database and restore from the backup",
                    bare.id());
            return bare;
        }
    }

    private NoticeView titled(String plain) {
        return new NoticeView(
                bare.id(),
                bare.from(),
                bare.channel(),
                bare.remoteId(),
                bare.verdict(),
                bare.issuerNumber(),
                bare.filing(),
                bare.addressee(),
                plain,
                bare.code(),
                bare.content(),
                bare.facts(),
                bare.read());
    }

    private static SealedNotice of(ResultSet row) throws SQLException {
        NoticeView bare = new NoticeView(
                new NoticeId(row.getObject("id", UUID.class)),
                new DestinationId(row.getString("destination")),
                row.getString("channel"),
                row.getString("remote_id"),
                NoticeVerdict.valueOf(row.getString("verdict")),
                row.getString("issuer_number"),
                filing(row),
                Optional.ofNullable(row.getString("addressee")).map(PartnerId::new),
                "",
                row.getString("code"),
                new ContentRef(
                        row.getObject("content_id", UUID.class),
                        row.getLong("plain_size"),
                        Sha256.ofDigest(row.getBytes("digest"))),
                facts(row),
                row.getBoolean("is_read"));
        return new SealedNotice(
                bare, row.getObject("case_key", UUID.class), row.getBytes("wrapped"), row.getBytes("title"));
    }

    private static NoticeFacts facts(ResultSet row) throws SQLException {
        Map<NoticeFact, Instant> times = new EnumMap<>(NoticeFact.class);
        for (NoticeFact fact : NoticeFact.values()) {
            Tx.optionalInstant(row, NoticeMarks.column(fact)).ifPresent(at -> times.put(fact, at));
        }
        String finding = row.getString("finding");
        String signers = row.getString("signers");
        return new NoticeFacts(
                times,
                Optional.ofNullable(row.getObject("issued_on", LocalDate.class)),
                finding == null ? Optional.empty() : Optional.of(new NoticeFacts.Verification(signers, finding)),
                Tx.optionalInstant(row, "fetch_until"),
                notice(row, "successor"),
                notice(row, "rival"),
                row.getInt("repeats"));
    }

    private static Optional<NoticeId> notice(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(NoticeId::new);
    }

    private static Optional<FilingKey> filing(ResultSet row) throws SQLException {
        String number = row.getString("arrival_number");
        return number == null
                ? Optional.empty()
                : Optional.of(new FilingKey(new ArrivalNumber(number), row.getInt("filing_seq")));
    }

    @Override
    public String toString() {
        return "SealedNotice[" + bare.id() + "]";
    }
}
