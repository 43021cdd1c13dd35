package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.spi.TokenVault.Fresh;
import io.renkei.api.spi.TokenVault.Tokens;
import io.renkei.ports.state.FilingView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the vault promises, whichever database is behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class TokenContract {

    private static final Instant EXPIRES = Instant.parse("2026-04-01T09:30:00.654321Z");
    private static final DestinationId HELLO_WORK = Samples.HELLO_WORK;

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    @Test
    void givesBackTheTokensOfAConsentOnEveryNode() {
        PartnerId sender = sender();
        assertEquals(Optional.empty(), journal.tokens().find(sender, HELLO_WORK));

        journal.tokens().put(sender, HELLO_WORK, new Fresh("アクセス", EXPIRES, "更新"));

        assertEquals(
                Optional.of(new Tokens("アクセス", EXPIRES, "更新", 1)),
                otherNode.tokens().find(sender, HELLO_WORK));
        assertEquals(Optional.empty(), journal.tokens().find(sender(), HELLO_WORK));
        assertEquals(Optional.empty(), journal.tokens().find(sender, new DestinationId("social-insurance-online")));
    }

    @Test
    void replacesTokensOnlyUnderTheVersionThatWasSeen() {
        PartnerId sender = put();

        assertTrue(journal.tokens().replace(sender, HELLO_WORK, 1, fresh("second")));
        assertFalse(otherNode.tokens().replace(sender, HELLO_WORK, 1, fresh("late")));

        assertEquals(Optional.of(tokens("second", 2)), journal.tokens().find(sender, HELLO_WORK));
        assertFalse(journal.tokens().replace(sender(), HELLO_WORK, 1, fresh("nobody's")));
    }

    @Test
    void letsOneOfSixteenReplaceTheTokens() throws Exception {
        PartnerId sender = put();

        List<Boolean> replaced =
                Together.run(i -> node(i).tokens().replace(sender, HELLO_WORK, 1, fresh("refreshed-" + i)));

        assertEquals(1, replaced.stream().filter(done -> done).count());
        assertEquals(
                tokens("refreshed-" + replaced.indexOf(true), 2),
                journal.tokens().find(sender, HELLO_WORK).orElseThrow());
    }

    @Test
    void keepsEachOfFourConsentsAtOnceAsAVersionOfItsOwn() throws Exception {
        PartnerId sender = sender();

        // A person consents once: four at once are more than ever come, and fewer than a transaction runs again.
        Together.run(i -> {
            if (i < 4) {
                node(i).tokens().put(sender, HELLO_WORK, fresh("consent-" + i));
            }
            return i;
        });

        assertEquals(4, journal.tokens().find(sender, HELLO_WORK).orElseThrow().version());
    }

    @Test
    void forgetsRevokedTokensAndLetsNoLateRefreshBringThemBack() throws Exception {
        PartnerId sender = put();

        journal.tokens().revoke(sender, HELLO_WORK, 7);
        assertTrue(journal.tokens().find(sender, HELLO_WORK).isPresent(), "another version stays");
        journal.tokens().revoke(sender, HELLO_WORK, 1);

        assertEquals(Optional.empty(), journal.tokens().find(sender, HELLO_WORK));
        assertFalse(journal.tokens().replace(sender, HELLO_WORK, 1, fresh("late")));
        assertFalse(journal.tokens().replace(sender, HELLO_WORK, 2, fresh("late")));
        assertEquals(
                1,
                TestDatabase.count(
                        settings, "delegation where sealed is null and wrapped is null and sender = '" + sender + "'"));
        journal.tokens().put(sender, HELLO_WORK, fresh("new"));
        assertFalse(journal.tokens().replace(sender, HELLO_WORK, 1, fresh("late")));
        assertEquals(Optional.of(tokens("new", 3)), journal.tokens().find(sender, HELLO_WORK));
    }

    @Test
    void aConsentWakesTheFilingsOfItsSenderThatWaitAtItsDestination() {
        FilingView waiting = Samples.made(
                journal.filings(), Samples.deferred(Samples.ready(journal), Instant.parse("9000-01-01T00:00:00Z")));

        journal.tokens().put(sender(), HELLO_WORK, fresh("somebody else's"));
        journal.tokens().put(Samples.PARTNER, new DestinationId("social-insurance-online"), fresh("elsewhere"));
        assertFalse(journal.filings().wakeDue(100).contains(waiting.key()));

        journal.tokens().put(Samples.PARTNER, HELLO_WORK, fresh("new"));
        assertTrue(otherNode.filings().wakeDue(100).contains(waiting.key()));
    }

    @Test
    void usesNoTokensThatWereMovedFromAnotherSenderOrBroughtBackFromAnotherVersion() throws Exception {
        PartnerId sender = put();
        PartnerId other = put();
        String mine = " where sender = '" + sender + "'";
        for (String column : List.of("key_id", "wrapped", "sealed")) {
            TestDatabase.tamper(
                    settings,
                    "update delegation set " + column + " = (select " + column + " from delegation where sender = '"
                            + other + "')" + mine);
            assertEquals(Optional.empty(), journal.tokens().find(sender, HELLO_WORK), column);
        }
        journal.tokens().put(sender, HELLO_WORK, fresh("again"));
        assertEquals(Optional.of(tokens("again", 2)), journal.tokens().find(sender, HELLO_WORK));

        TestDatabase.tamper(settings, "update delegation set version = 9" + mine);

        assertEquals(Optional.empty(), journal.tokens().find(sender, HELLO_WORK));
    }

    @Test
    void keepsTheLargestTokensAndRefusesLargerOnes() {
        PartnerId sender = sender();
        String largest = "x".repeat(16 * 1024);
        Fresh fresh = new Fresh(largest, EXPIRES, largest);

        journal.tokens().put(sender, HELLO_WORK, fresh);

        assertEquals(
                largest, journal.tokens().find(sender, HELLO_WORK).orElseThrow().refreshToken());
        Fresh tooLarge = new Fresh(largest + "x", EXPIRES, "");
        assertThrows(IllegalArgumentException.class, () -> journal.tokens().put(sender, HELLO_WORK, tooLarge));
    }

    private PartnerId put() {
        PartnerId sender = sender();
        journal.tokens().put(sender, HELLO_WORK, fresh("first"));
        return sender;
    }

    private Journal node(int i) {
        return i % 2 == 0 ? journal : otherNode;
    }

    private static PartnerId sender() {
        return new PartnerId("partner-" + UUID.randomUUID());
    }

    private static Fresh fresh(String access) {
        return new Fresh(access, EXPIRES, "refresh of " + access);
    }

    private static Tokens tokens(String access, long version) {
        return new Tokens(access, EXPIRES, "refresh of " + access, version);
    }
}
