package io.renkei.door.pages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ClientCertificate;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.interaction.Interactions.Outcome;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecordId;
import io.renkei.ports.records.Requester;
import io.renkei.ports.selfinfo.ItemAnswer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages in Chromium, by keyboard alone, on a phone and on a desk. Whatever breaks the policy of the page, loads from elsewhere,
 * runs over the edge, hides the focus or breaks a rule of WCAG 2.2 that a machine can see is a failure.
 */
class BrowserITest {

    private static final List<Path> PLACES = Stream.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/snap/bin/chromium",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
            .map(Path::of)
            .toList();

    /** Where pictures of the pages are left; empty for nowhere. */
    private static final String PICTURES = System.getProperty("renkei.pictures", "");

    /** Each kind of page is judged once: its elements and colours are the same in both languages. */
    private static final Set<String> JUDGED = new HashSet<>();

    private static Playwright playwright;
    private static Browser chromium;

    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();
    private Town town;
    private BrowserContext context;
    private Page page;
    private String name = "";
    private int shown;

    @BeforeAll
    static void start() {
        Optional<Path> executable = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (executable.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("Chromium is not installed; run: apt-get install -y chromium");
        }
        Assumptions.assumeTrue(
                executable.isPresent(),
                "Chromium is not installed; run: apt-get install -y chromium (or ./renkei --yes test)");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable.get()));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        town = new Town();
    }

    @AfterEach
    void close() throws Exception {
        if (context != null) {
            context.close();
        }
        town.close();
    }

    private void browse(TestPki.Identity who, String language, boolean phone) throws Exception {
        Path[] files = who.files(folder, "own");
        context = chromium.newContext(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setLocale(language)
                .setViewportSize(phone ? 360 : 1200, phone ? 740 : 900)
                .setClientCertificates(List.of(
                        new ClientCertificate(town.settings.certificate().toString())
                                .setCertPath(files[0])
                                .setKeyPath(files[1]))));
        context.setDefaultTimeout(10_000);
        name = language + (phone ? "-phone" : "-desk");
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("Refused to")) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("https://localhost:")) {
                faults.add("loads from elsewhere: " + request.url());
            }
        });
    }

    /** What is true of each page that a person sees. */
    private void look(String what) {
        if (!PICTURES.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(PICTURES, name + "-" + String.format("%02d", ++shown) + "-" + what + ".png")));
        }
        assertTrue(
                (Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                () -> what + " runs over the edge");
        if (JUDGED.add(what)) {
            judge(what);
        }
        assertEquals(List.of(), faults, what);
    }

    private void judge(String what) {
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .forEach(rule -> faults.add(what + ": " + rule.getId() + ": "
                        + rule.getNodes().get(0).getHtml()));
        assertEquals(List.of(), faults, what);
    }

    /** Moves the focus until it stands on what has these words, and sees that it can be seen. */
    private void tabTo(String words) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            String focused = (String)
                    page.evaluate(
                            "(e => ((e.labels && e.labels.length ? e.labels[0].textContent : e.textContent) || ''))(document.activeElement)");
            if (focused.contains(words)) {
                assertTrue(
                        (Boolean)
                                page.evaluate(
                                        "getComputedStyle(document.activeElement).outlineStyle !== 'none' || getComputedStyle(document.activeElement).outlineWidth !== '0px'"),
                        "the focus cannot be seen on " + words);
                return;
            }
        }
        throw new AssertionError("no way by keyboard to: " + words + " on " + page.url() + "\n" + page.content());
    }

    private void press(String words) {
        tabTo(words);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    @ParameterizedTest
    @CsvSource({"ja, true", "en, false"})
    void aPersonSignsInConsentsChoosesAndHandsOverByKeyboardAlone(String language, boolean phone) throws Exception {
        boolean english = language.equals("en");
        browse(Town.HANAKO, language, phone);
        Interactions.Begun begun = town.request(language);
        page.navigate(
                town.settings.people() + "/oidc/begin/" + begun.interaction().id() + "/" + begun.secret());
        look("sign-in");
        press(english ? "Choose a certificate" : "証明書を選んでログイン");
        look("link");
        press(english ? "Agree and link" : "同意して連携する");
        look("linked");
        press(english ? "Go on" : "次へ進む");
        look("consent");
        press(english ? "Agree and ask" : "同意して照会する");
        look("waiting");
        town.linkage.answers.put(new SelfInformationNumber("2"), new ItemAnswer.NoData(town.clock.instant()));
        town.linkage.answers.put(new SelfInformationNumber("3-4"), new ItemAnswer.Failed("AGENCY-003"));
        town.linkage.answers.put(new SelfInformationNumber("1"), FakeLinkage.found(town.clock.instant()));
        page.waitForSelector("form[action$='/release']"); // by itself
        look("review");
        tabTo(english ? "Household" : "世帯情報");
        page.keyboard().press("Space");
        press(english ? "Hand the chosen" : "選択した項目を引き渡す");
        look("released");
        HandoverView handover = town.linkage.handovers.values().iterator().next();
        assertEquals(HandoverState.RELEASED, handover.state());
        assertEquals(Set.of(new SelfInformationNumber("1")), handover.released());
        press(english ? "Back to the site" : "連携先のサイトへ戻る");
        assertEquals("Granted", page.textContent("h1"));
        assertEquals(List.of(), faults);
    }

    @Test
    void whoSaysNoIsTakenBackToTheProtocolWithoutAFurtherClick() throws Exception {
        browse(Town.HANAKO, "ja", true);
        Interactions.Begun begun = town.request("ja");
        page.navigate(
                town.settings.people() + "/oidc/begin/" + begun.interaction().id() + "/" + begun.secret());
        press("ログインせずに連携先へ戻る");
        page.waitForURL("**/oidc/authorize/**");
        assertEquals("Denied", page.textContent("h1"));
        assertTrue(town.interactions.outcomes.get(begun.interaction().id()) instanceof Outcome.Denied);
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @CsvSource({"ja, true, SignedOut", "en, false, SignedOut", "en, true, Denied"})
    void whomASiteWantsToSignOutDecidesByKeyboardAlone(String language, boolean phone, String outcome)
            throws Exception {
        browse(Town.HANAKO, language, phone);
        page.navigate(town.settings.certificate() + "/people/sign-in/certificate");
        Interactions.Begun begun = town.signOut(language);
        page.navigate(
                town.settings.people() + "/oidc/begin/" + begun.interaction().id() + "/" + begun.secret());
        look("sign-out-asked");
        if (outcome.equals("SignedOut")) {
            press(language.equals("en") ? "Yes, sign out" : "はい、ログアウトします");
            page.waitForURL("**/oidc/authorize/**");
            assertEquals(outcome, page.textContent("h1"));
            assertEquals(0, town.people.open.size());
        } else {
            press("Stay signed in");
            look("sites");
            assertEquals(1, town.people.open.size());
        }
        assertEquals(
                outcome,
                town.interactions
                        .outcomes
                        .get(begun.interaction().id())
                        .getClass()
                        .getSimpleName());
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @CsvSource({"ja, true", "en, false"})
    void eachOtherPageCanBeReadOnPhoneAndDesk(String language, boolean phone) throws Exception {
        browse(Town.HANAKO, language, phone);
        var who = town.account(Town.HANAKO).id();
        for (int i = 0; i < 3; i++) {
            town.agencies.records.add(new AccessRecord(
                    new AccessRecordId(UUID.randomUUID()),
                    who,
                    who,
                    new Requester.Principal(),
                    new SelfInformationNumber("1"),
                    Optional.empty(),
                    town.clock.instant(),
                    Optional.empty(),
                    AccessRecord.Answer.FOUND,
                    i == 1));
        }
        DelegationTest.given(town, Town.HANAKO, Town.TARO);
        DelegationTest.given(town, Town.TARO, Town.HANAKO);
        town.agencies.answers.put(new SelfInformationNumber("1"), FakeLinkage.found(town.clock.instant()));
        page.navigate(town.settings.certificate() + "/people/sign-in/certificate");
        look("sites");
        for (String path : List.of(
                "sites/test-bank",
                "handovers",
                "holdings",
                "self-information",
                "access-records",
                "delegations",
                "delegations/offer")) {
            page.navigate(town.settings.people() + "/people/" + path);
            look(path.replace('/', '-'));
        }
        page.navigate(town.settings.people() + "/people/holdings");
        page.click("main button[type=submit]");
        look("opened");
        page.navigate(town.settings.people() + "/people/self-information");
        page.check("#item-1");
        page.click("main button[type=submit]");
        look("answers");
        page.navigate(town.settings.people() + "/people/nowhere");
        look("error");
    }

    @Test
    void theseChecksNoticeWhatIsWrong() throws Exception {
        browse(Town.HANAKO, "en", true);
        page.navigate(town.settings.people() + "/people/sign-in");
        look("sign-in");
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend',"
                + " '<input type=text><p style=\"color:red\">x</p><img alt=x src=\"https://other.example/x.png\">')");
        assertThrows(AssertionError.class, () -> look("broken"));
        assertTrue(faults.stream().anyMatch(fault -> fault.contains(": label: ")), faults::toString);
        assertTrue(faults.stream().anyMatch(fault -> fault.contains("style-src")), faults::toString);
        assertTrue(faults.stream().anyMatch(fault -> fault.contains("img-src")), faults::toString);
    }

    @Test
    void theCertificateForSigningIsRefusedWithASentence() throws Exception {
        browse(Town.SIGNING, "ja", true);
        page.navigate(town.settings.people() + "/people/sign-in");
        press("証明書を選んでログイン");
        look("refused");
        assertTrue(page.content().contains("PAGES-011"));
        assertEquals(
                town.settings.certificate().getPort(), URI.create(page.url()).getPort());
    }
}
