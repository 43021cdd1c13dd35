package io.renkei.itests;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.renkei.tools.client.Patience;
import io.renkei.tools.client.Tls;
import io.renkei.tools.linkage.Browser;
import io.renkei.tools.linkage.Person;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/**
 * The certified relying party openid-client, unchanged, at the running distribution: two sites by their files, a person who signs in by
 * certificate and goes through the pages, the kernel's links, consents and handovers, and the simulated agencies.
 */
public class OpenIdClientITest {

    private static final Path SCRIPTS = Path.of(
            System.getProperty("renkei.top"),
            "bundles",
            "io.renkei.itests",
            "src",
            "test",
            "resources",
            "openid-client");
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Path FOLDER = Path.of("target", "openid-client");

    private Instance instance;

    @Rule
    public final LogOnFailure log = new LogOnFailure(() -> instance);

    @Before
    public void start() throws Exception {
        Optional<String> missing = Npm.missing();
        assertFalse(missing.orElse(""), missing.isPresent() && Npm.isNeeded());
        assumeTrue(missing.orElse(""), missing.isEmpty());
        instance = Instance.shared();
    }

    @Test
    public void aCertifiedRelyingPartyCompletesEveryFlowAtTheDistribution() throws Exception {
        Npm npm = Npm.installed(SCRIPTS, FOLDER);
        Browser browser = new Browser(
                URI.create(instance.peopleUrl()),
                Tls.context(instance.pki().resolve("ca.pem"), instance.pki().resolve("person-hanako.pem")));
        Person person = new Person(browser, URI.create(instance.certificatesUrl()), new Patience(LONGEST));
        Map<String, PersonDesk.Order> operator = Map.of(
                "/next-key", () -> shell("provider-key-renew"),
                "/compromised-key", () -> shell("provider-key-renew --compromised"),
                "/close",
                        () -> shell(
                                "setting-set " + LinkedSites.KEY_SITE_SETTINGS + " hours.sign.on '" + elsewhen() + "'"),
                "/open", () -> shell("setting-set --default " + LinkedSites.KEY_SITE_SETTINGS + " hours.sign.on"));
        try (PersonDesk desk = new PersonDesk(browser, person, operator)) {
            LinkedSites sites = new LinkedSites(FOLDER, instance, desk.address(), Ports.free());
            try {
                sites.register(instance, LONGEST);
                String said = npm.script("journey.mjs", sites.setting());
                assertTrue(said, said.endsWith("all done\n"));
            } finally {
                sites.remove(instance);
            }
        }
        for (String secret : List.of("見本　花子", "合計所得金額", "老齢基礎年金", "住宅ローンの審査のため")) {
            assertFalse(secret, instance.hasLogged(secret));
        }
    }

    private String shell(String command) throws IOException, InterruptedException {
        return instance.shell("renkei:" + command).good().output();
    }

    /** Hours that are not now: of another day. */
    private static String elsewhen() {
        DayOfWeek day = LocalDate.now(Clock.system(ZoneId.of("Asia/Tokyo")))
                .getDayOfWeek()
                .plus(3);
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT) + " 08:00-23:00";
    }
}
