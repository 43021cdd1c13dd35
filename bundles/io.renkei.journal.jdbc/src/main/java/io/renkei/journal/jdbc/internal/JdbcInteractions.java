package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.interaction.Interaction.Kind;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.sites.SiteId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Interactions in one table, by the digest of their id and bound to the digest of their browser's secret. */
final class JdbcInteractions implements Interactions {

    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final ProtocolSeal seal;

    JdbcInteractions(Database database, MasterKey masterKey) {
        this.database = database;
        this.seal = new ProtocolSeal(database, masterKey, "oidc_interaction");
    }

    private record Row(Kind kind, byte[] sealed, Optional<byte[]> outcome, Instant until) {}

    private static String ofBrowser(Tx tx) {
        return " where digest = ? and secret_digest = ? and taken = false and until_at > " + tx.clock();
    }

    @Override
    public Begun begin(
            SiteId site,
            Optional<HandoverId> handover,
            Optional<Instant> signedInAfter,
            Optional<SignedRequest> signed,
            String language,
            byte[] request) {
        return begin(Kind.SIGN_ON, site, handover, signedInAfter, signed, language, request);
    }

    @Override
    public Begun beginSignOut(SiteId site, String language, byte[] request) {
        return begin(Kind.SIGN_OUT, site, Optional.empty(), Optional.empty(), Optional.empty(), language, request);
    }

    private Begun begin(
            Kind kind,
            SiteId site,
            Optional<HandoverId> handover,
            Optional<Instant> signedInAfter,
            Optional<SignedRequest> signed,
            String language,
            byte[] request) {
        String id = random();
        String secret = random();
        Fields fields = new Fields()
                .text(site.value())
                .text(handover)
                .text(signedInAfter)
                .text(language)
                .field(request);
        signed.ifPresent(asked -> fields.text(asked.object())
                .text(asked.key())
                .text(asked.verified().toString()));
        byte[] sealed = seal.seal(digest(id).hex(), fields.bytes());
        Instant until = database.transact(tx -> {
            Instant end = tx.now().plus(LASTS);
            tx.update(
                    "insert into oidc_interaction (digest, secret_digest, kind, sealed, taken, until_at)"
                            + " values (?, ?, ?, ?, false, ?)",
                    digest(id),
                    digest(secret),
                    kind.name(),
                    sealed,
                    end);
            return end;
        });
        return new Begun(new Interaction(id, kind, site, handover, signedInAfter, signed, language, until), secret);
    }

    @Override
    public Optional<Interaction> find(String id, String secret) {
        return database.transact(tx -> {
                    tx.harmless();
                    return read(tx, id, secret);
                })
                .filter(row -> row.outcome().isEmpty())
                .flatMap(row -> open(id, row))
                .map(Opened::interaction);
    }

    @Override
    public void finish(String id, String secret, Outcome outcome) {
        byte[] sealed = seal.seal(digest(id).hex() + " outcome", OutcomeBytes.write(outcome));
        database.transact(tx -> tx.update(
                "update oidc_interaction set outcome = ?" + ofBrowser(tx) + " and outcome is null",
                sealed,
                digest(id),
                digest(secret)));
    }

    @Override
    public Optional<Ended> take(String id, String secret) {
        Optional<Row> taken = database.transact(tx -> {
            Optional<Row> found =
                    read(tx, id, secret).filter(row -> row.outcome().isPresent());
            boolean mine = found.isPresent()
                    && tx.update(
                                    "update oidc_interaction set taken = true where digest = ? and taken = false",
                                    digest(id))
                            == 1;
            return mine ? found : Optional.empty();
        });
        return taken.flatMap(row -> open(id, row)
                .flatMap(opened -> row.outcome()
                        .flatMap(outcome -> seal.open(digest(id).hex() + " outcome", outcome))
                        .map(outcome ->
                                new Ended(opened.interaction(), opened.request(), OutcomeBytes.read(outcome)))));
    }

    private static Optional<Row> read(Tx tx, String id, String secret) throws SQLException {
        return tx.one(
                "select kind, sealed, outcome, until_at from oidc_interaction" + ofBrowser(tx),
                row -> new Row(
                        Kind.valueOf(row.getString("kind")),
                        row.getBytes("sealed"),
                        Optional.ofNullable(row.getBytes("outcome")),
                        Tx.instant(row, "until_at")),
                digest(id),
                digest(secret));
    }

    private record Opened(Interaction interaction, byte[] request) {}

    private Optional<Opened> open(String id, Row row) {
        return seal.open(digest(id).hex(), row.sealed()).map(plain -> {
            Fields.Reader read = new Fields.Reader(plain);
            SiteId site = new SiteId(read.text());
            Optional<HandoverId> handover = read.optional().flatMap(HandoverId::parse);
            Optional<Instant> signedInAfter = read.optional().map(Instant::parse);
            String language = read.text();
            byte[] request = read.field();
            Optional<SignedRequest> signed = read.hasMore()
                    ? Optional.of(new SignedRequest(read.text(), read.text(), read.instant()))
                    : Optional.empty();
            return new Opened(
                    new Interaction(id, row.kind(), site, handover, signedInAfter, signed, language, row.until()),
                    request);
        });
    }

    private static String random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static Sha256 digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
