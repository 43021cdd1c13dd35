package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.Artefacts.Kept;
import io.renkei.ports.artefacts.Artefacts.Use;
import io.renkei.ports.artefacts.LogoutWord;
import io.renkei.ports.artefacts.ProviderKey;
import io.renkei.ports.artefacts.SiteGrant;
import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.interaction.Interactions.Begun;
import io.renkei.ports.interaction.Interactions.Ended;
import io.renkei.ports.interaction.Interactions.Outcome;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Session;
import io.renkei.ports.sites.SiteId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the stores of the OpenID provider promise, whichever database is behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class ProtocolContract {

    private static final Instant NOW = Instant.parse("2026-04-01T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final SiteId PENSION = new SiteId("pension-net");
    private static final byte[] PAYLOAD = "中身 that nobody reads".getBytes(StandardCharsets.UTF_8);

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    private Artefacts node(int thread) {
        return (thread % 2 == 0 ? journal : otherNode).artefacts();
    }

    private static Artefact artefact(ArtefactKind kind, Optional<UUID> grant) {
        return new Artefact(kind, PENSION, grant, PAYLOAD, LATER);
    }

    private String kept(ArtefactKind kind, Optional<UUID> grant) {
        String secret = UUID.randomUUID().toString();
        assertEquals(Kept.KEPT, journal.artefacts().keep(secret, artefact(kind, grant), 10_000));
        return secret;
    }

    private SiteGrant begun() {
        SiteGrant grant = new SiteGrant(
                UUID.randomUUID(), PENSION, new ConsentId(UUID.randomUUID()), UUID.randomUUID(), PAYLOAD, LATER);
        journal.grants().begin(grant);
        return grant;
    }

    @Test
    void findsAnArtefactOnEveryNodeByItsSecretUntilItIsOver() {
        String secret = kept(ArtefactKind.ACCESS_TOKEN, Optional.empty());

        Artefact found = otherNode
                .artefacts()
                .find(ArtefactKind.ACCESS_TOKEN, secret, NOW)
                .orElseThrow();
        assertArrayEquals(PAYLOAD, found.payload());
        assertEquals(PENSION, found.site());
        assertTrue(
                journal.artefacts()
                        .find(ArtefactKind.REFRESH_TOKEN, secret, NOW)
                        .isEmpty(),
                "of another kind");
        assertTrue(
                journal.artefacts()
                        .find(ArtefactKind.ACCESS_TOKEN, secret, LATER)
                        .isEmpty(),
                "over");
        journal.artefacts().forget(ArtefactKind.ACCESS_TOKEN, secret);
        assertTrue(otherNode
                .artefacts()
                .find(ArtefactKind.ACCESS_TOKEN, secret, NOW)
                .isEmpty());
    }

    @Test
    void letsOneOfSixteenBeTheFirstToUseACodeAndTellsTheOthers() throws Exception {
        SiteGrant grant = begun();
        String code = kept(ArtefactKind.CODE, Optional.of(grant.id()));

        List<Use> uses = Together.run(i -> node(i).use(ArtefactKind.CODE, code, NOW));

        assertEquals(1, uses.stream().filter(Use.First.class::isInstance).count());
        assertEquals(
                15,
                uses.stream()
                        .filter(new Use.Again(Optional.of(grant.id()))::equals)
                        .count());
        assertTrue(journal.artefacts().find(ArtefactKind.CODE, code, NOW).isEmpty());
    }

    @Test
    void letsAProofInOnceWhoeverOfSixteenBringsIt() throws Exception {
        String jti = UUID.randomUUID().toString();

        List<Kept> kept = Together.run(i -> node(i).keep(jti, artefact(ArtefactKind.SEEN, Optional.empty()), 10_000));

        assertEquals(1, kept.stream().filter(Kept.KEPT::equals).count());
        assertEquals(15, kept.stream().filter(Kept.SEEN_BEFORE::equals).count());
    }

    @Test
    void aSiteHasNoMoreOfAKindThanItMay() {
        SiteId greedy = new SiteId("greedy");
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            kept.add(journal.artefacts()
                    .keep(
                            UUID.randomUUID().toString(),
                            new Artefact(ArtefactKind.PUSHED_REQUEST, greedy, Optional.empty(), PAYLOAD, LATER),
                            3));
        }
        assertEquals(List.of(Kept.KEPT, Kept.KEPT, Kept.KEPT, Kept.TOO_MANY), kept);
        kept(ArtefactKind.PUSHED_REQUEST, Optional.empty());
    }

    @Test
    void aGrantThatEndsTakesItsTokensWithItOnEveryNode() {
        SiteGrant grant = begun();
        String access = kept(ArtefactKind.ACCESS_TOKEN, Optional.of(grant.id()));
        String refresh = kept(ArtefactKind.REFRESH_TOKEN, Optional.of(grant.id()));
        assertArrayEquals(
                PAYLOAD, otherNode.grants().find(grant.id(), NOW).orElseThrow().details());
        assertEquals(1, journal.grants().ofLink(grant.link()).size());
        assertEquals(1, journal.grants().ofSession(grant.session()).size());

        otherNode.grants().end(grant.id());
        otherNode.grants().end(grant.id());

        assertTrue(
                journal.artefacts().find(ArtefactKind.ACCESS_TOKEN, access, NOW).isEmpty());
        assertInstanceOf(Use.Nothing.class, journal.artefacts().use(ArtefactKind.REFRESH_TOKEN, refresh, NOW));
        assertTrue(journal.grants().find(grant.id(), NOW).isEmpty());
    }

    @Test
    void aGrantBeginsWithItsCodeOrNotAtAll() {
        SiteId crowded = new SiteId("crowded");
        SiteGrant first = new SiteGrant(
                UUID.randomUUID(), crowded, new ConsentId(UUID.randomUUID()), UUID.randomUUID(), PAYLOAD, LATER);
        SiteGrant second = new SiteGrant(
                UUID.randomUUID(), crowded, new ConsentId(UUID.randomUUID()), UUID.randomUUID(), PAYLOAD, LATER);
        Artefact code = new Artefact(ArtefactKind.CODE, crowded, Optional.of(first.id()), PAYLOAD, LATER);

        assertEquals(Kept.KEPT, journal.grants().begin(first, "code of the first", code, 1));
        assertEquals(Kept.TOO_MANY, otherNode.grants().begin(second, "another code", code, 1));
        assertEquals(Kept.SEEN_BEFORE, otherNode.grants().begin(second, "code of the first", code, 10));

        assertTrue(otherNode.grants().find(first.id(), NOW).isPresent());
        assertTrue(otherNode.grants().find(second.id(), NOW).isEmpty());
        assertEquals(
                Optional.of(first.id()),
                ((Use.First) otherNode.artefacts().use(ArtefactKind.CODE, "code of the first", NOW))
                        .artefact()
                        .grant());
    }

    @Test
    void severalAreKeptAllOrNone() {
        SiteGrant grant = begun();
        String access = UUID.randomUUID().toString();
        String refresh = UUID.randomUUID().toString();
        Map<String, Artefact> tokens = Map.of(
                access, artefact(ArtefactKind.ACCESS_TOKEN, Optional.of(grant.id())),
                refresh, artefact(ArtefactKind.REFRESH_TOKEN, Optional.of(grant.id())));
        String other = UUID.randomUUID().toString();

        assertEquals(Kept.KEPT, journal.artefacts().keep(tokens));
        assertEquals(
                Kept.SEEN_BEFORE,
                otherNode
                        .artefacts()
                        .keep(Map.of(
                                other, artefact(ArtefactKind.ACCESS_TOKEN, Optional.of(grant.id())),
                                refresh, artefact(ArtefactKind.REFRESH_TOKEN, Optional.of(grant.id())))));

        assertTrue(otherNode
                .artefacts()
                .find(ArtefactKind.ACCESS_TOKEN, access, NOW)
                .isPresent());
        assertTrue(otherNode
                .artefacts()
                .find(ArtefactKind.ACCESS_TOKEN, other, NOW)
                .isEmpty());
    }

    @Test
    void sessionsAreWatchedUntilTheirEndIsNoticed() {
        SiteGrant grant = begun();
        assertTrue(journal.grants().watched(Optional.empty(), 1_000).contains(grant.session()));
        assertFalse(
                journal.grants().watched(Optional.of(grant.session()), 1_000).contains(grant.session()));

        journal.grants().sessionOver(grant.session());

        assertFalse(otherNode.grants().watched(Optional.empty(), 1_000).contains(grant.session()));
    }

    @Test
    void wordOfALogoutIsClaimedByOneNodeAndComesAgainUntilItIsDone() {
        SiteId site = new SiteId("word-site");
        UUID session = UUID.randomUUID();
        String key = "session:" + session;
        LogoutWord word =
                new LogoutWord(key, site, "pairwise", Optional.of(session), 0, Instant.parse("2999-01-01T00:00:00Z"));
        assertTrue(journal.logoutWords().put(word));
        assertFalse(otherNode.logoutWords().put(word));

        assertEquals(List.of(word), claimed(journal, key, Duration.ofMinutes(1)));
        assertEquals(List.of(), claimed(otherNode, key, Duration.ofMinutes(1)));
        journal.logoutWords().later(key, Duration.ZERO);
        assertEquals(1, claimed(otherNode, key, Duration.ZERO).get(0).tries());
        journal.logoutWords().done(key);
        assertEquals(List.of(), claimed(journal, key, Duration.ofMinutes(1)));
        assertFalse(journal.logoutWords().put(word), "told already");
    }

    private static List<LogoutWord> claimed(Journal journal, String key, Duration lease) {
        return journal.logoutWords().claim(100, lease).stream()
                .filter(word -> word.key().equals(key))
                .toList();
    }

    @Test
    void aKeyOfTheProviderIsMadeByOneNode() throws Exception {
        List<Boolean> added = Together.run(i ->
                (i % 2 == 0 ? journal : otherNode).providerKeys().add(new ProviderKey(7, "{\"k\":" + i + "}", NOW)));

        assertEquals(1, added.stream().filter(done -> done).count());
        ProviderKey key = otherNode.providerKeys().all().get(0);
        assertEquals("{\"k\":" + added.indexOf(true) + "}", key.jwk());
        assertEquals(NOW, key.signsFrom());
        journal.providerKeys().drop(7);
        assertEquals(List.of(), otherNode.providerKeys().all());
    }

    private static Outcome.Granted granted() {
        Account account = new Account(new AccountId(UUID.randomUUID()), AccountKind.PERSON, NOW);
        return new Outcome.Granted(
                new Session(UUID.randomUUID(), account, NOW, LATER),
                new Actor(account.id(), new AccountId(UUID.randomUUID())));
    }

    @Test
    void anInteractionBelongsToItsBrowserAndItsFirstOutcomeIsTakenOnce() throws Exception {
        Interactions interactions = journal.interactions();
        Optional<HandoverId> handover = Optional.of(new HandoverId(UUID.randomUUID()));
        Begun begun = interactions.begin(
                PENSION, handover, Optional.of(NOW), Optional.of(new SignedRequest("a.b.c", "{}", NOW)), "ja", PAYLOAD);
        String id = begun.interaction().id();
        Outcome granted = granted();

        assertEquals(Optional.of(begun.interaction()), otherNode.interactions().find(id, begun.secret()));
        assertEquals(Optional.empty(), interactions.find(id, "another browser's"));
        interactions.finish(id, "another browser's", new Outcome.Denied());
        assertEquals(Optional.empty(), interactions.take(id, begun.secret()), "it waits");

        otherNode.interactions().finish(id, begun.secret(), granted);
        interactions.finish(id, begun.secret(), new Outcome.Denied());
        assertEquals(Optional.empty(), interactions.take(id, "another browser's"));
        List<Optional<Ended>> taken = Together.run(i -> interactions.take(id, begun.secret()));

        List<Ended> ended = taken.stream().flatMap(Optional::stream).toList();
        assertEquals(1, ended.size());
        assertEquals(granted, ended.get(0).outcome());
        assertArrayEquals(PAYLOAD, ended.get(0).request());
        assertEquals(begun.interaction(), ended.get(0).interaction());
    }

    @Test
    void aSignOutIsKnownAsOneOnEveryNode() {
        Begun begun = journal.interactions().beginSignOut(PENSION, "en", PAYLOAD);
        assertEquals(Interaction.Kind.SIGN_OUT, begun.interaction().kind());
        assertEquals(
                Optional.of(begun.interaction()),
                otherNode.interactions().find(begun.interaction().id(), begun.secret()));
    }

    @Test
    void eachOutcomeComesBackAsItWas() {
        Stream.of(new Outcome.Denied(), new Outcome.SignedOut(), new Outcome.Unavailable("LINKAGE-001"), granted())
                .forEach(outcome -> {
                    Begun begun = journal.interactions()
                            .begin(PENSION, Optional.empty(), Optional.empty(), Optional.empty(), "en", PAYLOAD);
                    journal.interactions().finish(begun.interaction().id(), begun.secret(), outcome);
                    assertEquals(
                            Optional.of(outcome),
                            otherNode
                                    .interactions()
                                    .take(begun.interaction().id(), begun.secret())
                                    .map(Ended::outcome));
                });
    }

    @Test
    void whatIsOverIsSweptAndTheRestStays() throws Exception {
        SiteGrant grant = begun();
        String secret = kept(ArtefactKind.ACCESS_TOKEN, Optional.of(grant.id()));
        journal.artefacts().sweep(NOW, 1_000);
        assertTrue(
                journal.artefacts().find(ArtefactKind.ACCESS_TOKEN, secret, NOW).isPresent());

        assertTrue(journal.artefacts().sweep(LATER, 1_000) >= 2);

        assertEquals(0, TestDatabase.count(settings, "oidc_grant where id = '" + grant.id() + "'"));
        begun();
    }

    @Test
    void whatWasMovedToAnotherRowIsUsedByNobody() throws Exception {
        String mine = kept(ArtefactKind.ACCESS_TOKEN, Optional.empty());
        journal.providerKeys().add(new ProviderKey(99, "{}", NOW));
        TestDatabase.tamper(
                settings,
                "update oidc_artefact set sealed = (select sealed from oidc_key where generation = 99)"
                        + " where kind = 'ACCESS_TOKEN'");
        assertEquals(Optional.empty(), journal.artefacts().find(ArtefactKind.ACCESS_TOKEN, mine, NOW));
        journal.providerKeys().drop(99);
    }
}
