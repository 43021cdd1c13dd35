package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import io.renkei.tools.client.GatewayClient.Answer;
import io.renkei.tools.client.Patience;
import io.renkei.tools.client.Tls;
import io.renkei.tools.linkage.Browser;
import io.renkei.tools.linkage.Person;
import io.renkei.tools.pki.Pem;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/**
 * A gateway that by its settings alone runs on a PostgreSQL server and on an Artemis broker of others, while these go away
 * and come back: it is not restarted, nothing that was receipted is lost, and everything comes to its end.
 */
public class DisasterITest {

    private static final Duration LONGEST = Duration.ofSeconds(120);

    private static OtherDatabase database;
    private static OtherBroker broker;
    private static Instance instance;
    private static Partner partner;

    @Rule
    public final LogOnFailure log = new LogOnFailure(() -> instance);

    @BeforeClass
    public static void start() throws Exception {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path folder = Files.createTempDirectory(target, "others");
        String secret = UUID.randomUUID().toString();
        Path password = Files.createFile(
                folder.resolve("password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, secret);
        database = new OtherDatabase(folder.resolve("postgresql"), Integer.parseInt(Ports.free()));
        database.create(secret);
        broker = new OtherBroker(folder.resolve("artemis"), Integer.parseInt(Ports.free()), secret);
        broker.start();
        instance = Instance.own(
                "others",
                Map.of(
                        "io.renkei.journal.jdbc.cfg",
                        "database.url = " + database.url() + "\ndatabase.user = " + OtherDatabase.USER
                                + "\ndatabase.password = file:" + password + "\npool.wait.millis = 1000\n",
                        "io.renkei.bus.artemis.cfg",
                        "mode = external\nexternal.url = " + broker.url() + "\nexternal.user = " + OtherBroker.USER
                                + "\nexternal.password = file:" + password + "\ncall.timeout.millis = 2000\n"));
        partner = Partner.ready(instance);
    }

    @AfterClass
    public static void end() throws Exception {
        if (instance != null) {
            instance.end();
        }
        if (broker != null) {
            broker.kill();
        }
        if (database != null) {
            database.stop();
        }
    }

    @Test
    public void aWholeJourneyOnADatabaseAndABrokerOfOthers() throws Exception {
        long before = database.count("application");
        finished(partner.submit());
        assertEquals(before + 1, database.count("application"));
        assertFalse("no database of its own", Files.exists(instance.data().resolve("journal")));
        assertFalse("no broker of its own", Files.exists(instance.data().resolve("broker")));
    }

    @Test
    public void whileTheDatabaseIsGoneTheDoorsSayWhenToComeAgainAndAfterwardsAllGoesOn() throws Exception {
        long process = instance.pid();
        String underWay = partner.submit();
        Sent sent = partner.newHire();

        database.stop();
        assertUnavailable(partner.send(sent));
        assertUnavailable(partner.gateway().get("/v1/applications"));
        assertUnavailable(partner.gateway().get("/v1/applications/" + underWay));
        assertUnavailable(partner.send(partner.newHireWithPaper()));
        database.start();

        Answer taken = Await.until(LONGEST, () -> partner.send(sent), answer -> answer.status() == 201);
        finished(taken.json().path("number").asText());
        finished(underWay);
        assertEquals("the same process", process, instance.pid());
    }

    @Test
    public void whileTheBrokerIsGoneApplicationsAreAcceptedAndTheyGoOnWhenItIsBack() throws Exception {
        long process = instance.pid();
        String underWay = partner.submit();

        broker.kill();
        String accepted = partner.submit();
        assertTrue(
                "nothing of it is under way",
                partner.states(accepted).values().stream().allMatch("PLANNED"::equals));
        broker.start();

        finished(accepted);
        finished(underWay);
        assertEquals("the same process", process, instance.pid());
    }

    /** With the periods that a gateway is shipped with; the test has the database, and lets the time pass there. */
    @Test
    public void aSessionThatIdledOutAndAConsentWhoseTimeIsOverEndAtTheSiteToo() throws Exception {
        Path pki = instance.pki();
        Browser browser = new Browser(
                URI.create(instance.peopleUrl()), Tls.context(pki.resolve("ca.pem"), pki.resolve("person-hanako.pem")));
        Person person = new Person(browser, URI.create(instance.certificatesUrl()), new Patience(LONGEST));
        Path identity = pki.resolve("site-minato-bank.pem");
        RelyingParty bank = new RelyingParty(
                "minato-bank",
                URI.create(instance.peopleUrl()),
                URI.create(instance.siteUrl("minato-bank") + "callback"),
                Pem.pair(identity),
                Tls.context(pki.resolve("ca.pem"), identity));
        person.signIn();
        person.consentToLink(browser.open("/people/sites/" + bank.id()));
        Tokens lasting = browser.signOn(bank);
        Tokens ofSession = silently(browser, bank).given();
        assertTrue(bank.isActive(lasting) && bank.isActive(ofSession));

        database.pass("people_session", "used_at", Duration.ofMinutes(31));
        assertEquals("303 login_required", silently(browser, bank).refusal());
        assertFalse(person.isLinked(bank.id()));
        Await.until(LONGEST, () -> bank.isActive(ofSession), active -> !active);
        assertTrue("it was to outlive the session", bank.isActive(lasting));

        person.signIn();
        assertTrue(silently(browser, bank).value().isPresent());
        database.pass("link", "until_at", Duration.ofDays(366));
        assertEquals("303 consent_required", silently(browser, bank).refusal());
        assertFalse(person.isLinked(bank.id()));
        assertFalse(bank.isActive(lasting));
        assertEquals(
                "400 invalid_grant",
                bank.refreshed(lasting.refresh().orElseThrow()).refusal());
    }

    /** A sign-on at which the person is asked nothing. */
    private static RelyingParty.Answer<Tokens> silently(Browser browser, RelyingParty site) throws Exception {
        RelyingParty.Begun begun = site.beginSilently().given();
        var code = site.answer(begun, browser.go(begun.address()).atSite());
        return code.value().isPresent()
                ? site.tokens(begun, code.given())
                : new RelyingParty.Answer<>(Optional.empty(), code.refusal());
    }

    private static void assertUnavailable(Answer answer) {
        assertEquals(answer.body(), 503, answer.status());
        assertEquals("REST-014", answer.json().path("code").asText());
        int seconds = Integer.parseInt(
                answer.raw().headers().firstValue("Retry-After").orElseThrow());
        assertTrue("Retry-After in seconds", seconds > 0);
    }

    private static void finished(String application) throws Exception {
        partner.awaitClosed(application, LONGEST);
        assertEquals(
                Partner.DESTINATIONS, partner.awaitNotices(application, LONGEST).keySet());
        partner.awaitEvents(application, LONGEST);
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
    }
}
