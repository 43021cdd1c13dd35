package io.renkei.linkage.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.Sha256;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.Links.Consented;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Session;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.sites.SiteId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class KernelLinksTest {

    /** A Friday, noon in Japan. */
    private static final Instant FRIDAY = Instant.parse("2030-11-22T03:00:00Z");

    private Kernel kernel;

    @BeforeAll
    void open(@TempDir Path folder) {
        kernel = new Kernel(folder);
    }

    @AfterAll
    void close() {
        kernel.close();
    }

    @Test
    void aConsentHoldsForItsTimeAndIsAnsweredAgainWithTheSameReceipt() {
        kernel.clock.set(FRIDAY);
        Actor who = Actor.self(kernel.person().id());
        Consented.Given first = (Consented.Given) kernel.links.consent(who, Kernel.BANK);
        assertEquals(FRIDAY.plus(Duration.ofDays(365)), first.link().until());
        assertEquals(first, kernel.links.consent(who, Kernel.BANK));
        assertEquals(
                Optional.of(first.receipt()),
                kernel.links.receipt(who.principal(), first.link().consent()));
        kernel.clock.pass(Duration.ofDays(365));
        assertEquals(Optional.empty(), kernel.links.find(who.principal(), Kernel.BANK));
        assertEquals(
                Optional.empty(), kernel.links.find(Kernel.BANK, first.link().subject()));
    }

    @Test
    void theFirstLinkIsMadeInTheWindowAloneAndALinkThatHoldsIsAnsweredAtAnyTime() {
        kernel.clock.set(FRIDAY.plus(Duration.ofHours(12)));
        Actor who = Actor.self(kernel.person().id());
        kernel.holidays.add(LocalDate.of(2030, 11, 25));
        assertEquals(
                new Consented.Closed(Optional.of(Instant.parse("2030-11-25T23:00:00Z"))),
                kernel.links.consent(who, Kernel.PENSION));
        kernel.clock.set(FRIDAY);
        assertInstanceOf(Consented.Given.class, kernel.links.consent(who, Kernel.PENSION));
        kernel.clock.set(FRIDAY.plus(Duration.ofHours(12)));
        assertInstanceOf(Consented.Given.class, kernel.links.consent(who, Kernel.PENSION));
    }

    @Test
    void onlyWhoTheSiteTakesIsLinkedAndNobodyForAnother() {
        Actor company = Actor.self(kernel.company().id());
        assertEquals(new Consented.NotAllowed(), kernel.links.consent(company, Kernel.BANK));
        Actor person = Actor.self(kernel.person().id());
        assertEquals(
                new Consented.NotAllowed(),
                kernel.links.consent(new Actor(company.by(), person.principal()), Kernel.BANK));
        assertEquals(new Consented.NoSuchSite(), kernel.links.consent(person, new SiteId("nobody")));
    }

    @Test
    void eachSiteKnowsAnAccountByAnotherSubjectAndAfterARevocationByANewOne() {
        kernel.clock.set(FRIDAY);
        Actor who = Actor.self(kernel.person().id());
        Link bank = kernel.link(who, Kernel.BANK);
        Link pension = kernel.link(who, Kernel.PENSION);
        assertNotEquals(bank.subject(), pension.subject());
        assertFalse(bank.subject().contains(who.by().toString()));
        Link revoked = kernel.links.revoke(who, bank.consent()).orElseThrow();
        assertEquals(Optional.of(FRIDAY), revoked.revoked());
        assertEquals(Optional.empty(), kernel.links.find(Kernel.BANK, bank.subject()));
        assertTrue(kernel.links.revokedSince(FRIDAY).contains(revoked));
        assertNotEquals(bank.subject(), kernel.link(who, Kernel.BANK).subject());
        assertEquals(Optional.of(revoked), kernel.links.revoke(who, bank.consent()));
        Actor other = Actor.self(kernel.person().id());
        assertEquals(Optional.empty(), kernel.links.revoke(other, pension.consent()));
        assertEquals(Optional.empty(), kernel.links.revoke(new Actor(other.by(), who.by()), pension.consent()));
    }

    @Test
    void aReceiptSaysWhoWhatWhenUntilWhenAndHowToRevokeAndNothingOfThePerson() throws IOException {
        kernel.clock.set(FRIDAY);
        Actor who = Actor.self(kernel.person().id());
        Consented.Given given = (Consented.Given) kernel.links.consent(who, Kernel.BANK);
        String text = ToySealer.payload(given.receipt());
        JsonNode receipt = new ObjectMapper().readTree(text);
        assertEquals("link", receipt.get("kind").asText());
        assertEquals(given.link().consent().toString(), receipt.get("consent").asText());
        assertEquals(given.link().subject(), receipt.get("subject").asText());
        assertEquals("minato-bank", receipt.at("/site/id").asText());
        assertEquals(FRIDAY.toString(), receipt.get("given").asText());
        assertEquals(given.link().until().toString(), receipt.get("until").asText());
        for (String language : new String[] {"Ja", "En"}) {
            String shown = receipt.at("/text/" + language.toLowerCase()).asText();
            assertEquals(
                    "sha-256:"
                            + Sha256.of(shown.getBytes(StandardCharsets.UTF_8)).hex(),
                    receipt.get("textDigest" + language).asText());
        }
        assertFalse(receipt.at("/revocation/ja").asText().isEmpty());
        assertFalse(text.contains(who.by().toString()), "the account's id is the gateway's own");
    }

    @Test
    void aSessionEndsByIdlenessByItsTimeAndByBeingClosed() {
        kernel.clock.set(FRIDAY);
        Sessions.Opened opened = kernel.sessions.open(kernel.person(), FRIDAY);
        Session session = opened.session();
        assertEquals(43, opened.token().length());
        assertEquals(FRIDAY.plus(Duration.ofHours(8)), session.until());
        assertEquals(Optional.of(session), kernel.sessions.find(opened.token(), FRIDAY.plus(Duration.ofMinutes(29))));
        assertEquals(Optional.empty(), kernel.sessions.find(opened.token(), FRIDAY.plus(Duration.ofMinutes(29 + 31))));
        List<UUID> asked = List.of(session.id());
        assertEquals(Set.of(session.id()), kernel.sessions.open(asked, FRIDAY.plus(Duration.ofMinutes(29 + 29))));
        assertEquals(Set.of(), kernel.sessions.open(asked, FRIDAY.plus(Duration.ofMinutes(29 + 31))));
        kernel.sessions.close(session.id(), FRIDAY);
        assertEquals(Optional.empty(), kernel.sessions.find(opened.token(), FRIDAY));
        assertEquals(Set.of(), kernel.sessions.open(asked, FRIDAY));
        assertEquals(Optional.empty(), kernel.sessions.find("x".repeat(10_000), FRIDAY));
        assertFalse(opened.toString().contains(opened.token()));
    }
}
