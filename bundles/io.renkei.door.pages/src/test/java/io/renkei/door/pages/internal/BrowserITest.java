package io.renkei.door.pages.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ClientCertificate;
import com.microsoft.playwright.options.Cookie;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.door.pages.browser.Chromium;
import io.renkei.journal.jdbc.internal.InboxFiller;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.announcements.PersonInbox;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.HoldingAccess.ReadReceipt;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.inboxes.Inbox;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.interaction.Interactions.Outcome;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecordId;
import io.renkei.ports.records.Requester;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.trust.UserCertificates.Verdict;
import io.renkei.testkit.TestAuthority;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /** Where pictures of the pages are left; empty for nowhere. */
    private static final String PICTURES = System.getProperty("renkei.pictures", "");

    /** Each kind of page is judged once: its elements and colours are the same in both languages. */
    private static final Set<String> JUDGED = new HashSet<>();

    private static Chromium chromium;

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
        Optional<String> missing = Chromium.missing();
        Assumptions.assumeTrue(missing.isEmpty(), missing.orElse(""));
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
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

    private void browse(TestAuthority.Issued who, String language, boolean phone) throws Exception {
        byte[] pem = TestAuthority.pem(who).getBytes(StandardCharsets.US_ASCII);
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setIgnoreHTTPSErrors(true)
                        .setLocale(language)
                        .setViewportSize(phone ? 360 : 1200, phone ? 740 : 900)
                        .setClientCertificates(List.of(new ClientCertificate(
                                        town.settings.certificate().toString())
                                .setCert(pem)
                                .setKey(pem))));
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
        town.holdings.fetched(who, "good", "", Optional.of(new BundleId(UUID.randomUUID())), ReadReceipt.SENT);
        town.holdings.fetched(who, "forged", "", Optional.empty(), ReadReceipt.NONE);
        DelegationTest.given(town, Town.HANAKO, Town.TARO);
        DelegationTest.given(town, Town.TARO, Town.HANAKO);
        town.agencies.answers.put(new SelfInformationNumber("1"), FakeLinkage.found(town.clock.instant()));
        page.navigate(town.settings.certificate() + "/people/sign-in/certificate");
        look("sites");
        for (String path : List.of(
                "sites/test-bank",
                "handovers",
                "holdings",
                "holdings/fetches",
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

    @ParameterizedTest
    @CsvSource({"ja, true", "en, false"})
    void aPersonPicksASenderAndSavesTheCertificatesOfAYearByKeyboardAlone(String language, boolean phone)
            throws Exception {
        boolean english = language.equals("en");
        browse(Town.HANAKO, language, phone);
        page.navigate(town.settings.certificate() + "/people/sign-in/certificate");
        press(english ? "Documents" : "民間送達の文書");
        press(english ? "Choose senders" : "送付元を選ぶ");
        look("senders");
        press("見本銀行");
        assertEquals(Set.of("insurer", "bank"), Set.copyOf(town.holdings.picked));
        look("senders-picked");
        press(english ? "Back to the documents" : "文書の一覧へ戻る");
        press(english ? "Gather a year" : "控除証明書等をまとめて取得");
        look("years");
        town.holdings.collecting = true;
        tabTo(english ? "Year" : "年分");
        page.keyboard().press("ArrowDown");
        press(english ? "Gather them" : "まとめて取得する");
        look("bundle-collecting");
        int year = town.holdings.bundles.values().iterator().next().year();
        assertEquals(Moments.dayOf(town.clock.instant()).getYear() - 1, year);
        town.holdings.collecting = false;
        page.waitForSelector("form[action$='/zip']"); // by itself
        look("bundle");
        tabTo(english ? "Save the ZIP file" : "ZIPファイルを保存");
        Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertEquals("deductions-" + year + ".zip", download.suggestedFilename());
        assertEquals(FakeHoldings.XML.length, Files.size(download.path()));
        press(english ? "Delete what was gathered" : "取得した文書を削除する");
        look("years-forgotten");
        assertEquals(Map.of(), town.holdings.bundles);
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @CsvSource({"ja, true", "en, false"})
    void aPersonHandsACertificateOverByKeyboardAlone(String language, boolean phone) throws Exception {
        boolean english = language.equals("en");
        browse(Town.HANAKO, language, phone);
        Interactions.Begun begun = town.requestOfCertificates(language, true);
        page.navigate(
                town.settings.people() + "/oidc/begin/" + begun.interaction().id() + "/" + begun.secret());
        press(english ? "Choose a certificate" : "証明書を選んでログイン");
        press(english ? "Agree and link" : "同意して連携する");
        press(english ? "Go on" : "次へ進む");
        look("consent-certificates");
        town.holdings.collecting = true;
        press(english ? "Agree and collect" : "同意して取り寄せる");
        look("waiting-certificates");
        town.holdings.collecting = false;
        page.waitForSelector("form[action$='/release']"); // by itself
        look("review-certificates");
        tabTo(english ? "Life insurance" : "生命保険料控除証明書");
        page.keyboard().press("Space");
        press(english ? "Hand the chosen" : "選択した項目を引き渡す");
        look("released-certificates");
        HandoverView handover = town.linkage.handovers.values().iterator().next();
        assertEquals(HandoverState.RELEASED, handover.state());
        assertEquals(Set.of(new HoldingRef(FakeSites.BANK, "good")), handover.certificates());
        assertEquals(List.of(), faults);
    }

    /** A town with real inboxes, in place of the one that each test begins with. */
    private void openInboxes() throws Exception {
        town.close();
        town = Town.withInboxes(folder.resolve("stores"));
    }

    @ParameterizedTest
    @CsvSource({"ja, true", "en, false"})
    void aPersonAddsAnInboxReadsANoticeAndSavesItByKeyboardAlone(String language, boolean phone) throws Exception {
        boolean english = language.equals("en");
        openInboxes();
        RealStores stores = town.stores();
        InboxFiller filler = stores.filler();
        Instant now = town.clock.instant();
        InboxId person = new InboxId("a1b2");
        PartnerId portal = new PartnerId("city");
        FilingKey filing = filler.filing(portal, now);
        stores.inboxes().place(portal, filing.application(), person, now);
        Said said = new Said(Optional.of(LocalDate.of(2026, 4, 2)), false, Optional.empty(), Optional.empty());
        byte[] document = "<doc>決定</doc>".getBytes(StandardCharsets.UTF_8);
        NoticeId notice = filler.notice(filing, "1", "取得確認通知書（とても長い件名の通知書であっても端末の幅に収まること）", document, said, now);
        filler.payment(filing, LocalDate.of(2099, 3, 31), Instant.parse("2099-03-31T15:00:00Z"), now);
        Announcement what = new Announcement(
                "予定納税のお知らせ", "Estimated tax", "本文", "Text", "https://agency.example/1", Optional.empty());
        filler.announce(new PersonInbox(portal, person), what, now);
        stores.inboxes().invite(new Inbox(portal, Optional.of(person)), "7K2M9QXR4TVA", now.plusSeconds(600), now);
        browse(Town.HANAKO, language, phone);
        page.navigate(town.settings.certificate() + "/people/sign-in/certificate?to=/people/inbox");
        look("inbox-none");
        page.navigate(town.settings.people() + "/people/inbox/ties");
        look("ties-none");
        tabTo(english ? "Code (12" : "コード（12文字）");
        page.keyboard().type("7k2m 9qxr 4tva");
        press(english ? "Add" : "登録する");
        look("ties");
        press(english ? "Official documents" : "処分通知・公文書");
        look("inbox");
        press("取得確認通知書");
        look("notice");
        tabTo(english ? "Save the document" : "文書を保存する");
        Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertArrayEquals(document, Files.readAllBytes(download.path()));
        assertEquals("notice-" + notice + ".xml", download.suggestedFilename());
        await().until(() ->
                stores.notices().find(notice).orElseThrow().fetched().isPresent());
        press(english ? "Mark as read" : "既読にする");
        assertTrue(stores.notices().find(notice).orElseThrow().read());
        press(english ? "Registration fee" : "登録手数料");
        look("payment");
        page.navigate(town.settings.people() + "/people/inbox/payments");
        look("payments");
        page.navigate(town.settings.people() + "/people/inbox/messages");
        look("messages");
        press(english ? "Estimated tax" : "予定納税");
        look("message");
        page.navigate(town.settings.people() + "/people/inbox");
        tabTo(english ? "Search and filter" : "検索・絞り込み");
        page.keyboard().press("Enter");
        tabTo(english ? "Words in the title" : "件名に含まれる語");
        page.keyboard().type("確認");
        press(english ? "Search" : "検索する");
        look("inbox-found");
        assertFalse(URLDecoder.decode(page.url(), StandardCharsets.UTF_8).contains("確認"), page.url());
    }

    @Test
    void aRenewedCertificateIsAddedByACodeInAnotherBrowserAndTheOldOneRemoved() throws Exception {
        openInboxes();
        TestAuthority.Issued renewed = Town.AUTHORITY.issue("997794E9AGCIEG13221005A");
        town.verdicts.put(renewed.certificate(), new Verdict.Good(Town.proof(renewed)));
        var account = town.account(Town.HANAKO).id();
        browse(Town.HANAKO, "ja", true);
        page.navigate(town.settings.certificate() + "/people/sign-in/certificate?to=/people/certificates");
        look("certificates-one");
        press("コードを発行する");
        look("certificate-code");
        String code = page.textContent(".bigcode");
        context.close();

        browse(renewed, "ja", true);
        page.navigate(town.settings.certificate() + "/people/certificates/add");
        look("certificate-add");
        tabTo("ご自身で発行したコード");
        page.keyboard().type(code);
        press("自分のアカウントに追加する");
        look("certificates");
        assertEquals(2, town.accounts().proofs(account).size());
        press("削除する"); // the first, which is the old one
        assertEquals(1, town.accounts().proofs(account).size());
        assertEquals(
                Optional.of(account), town.accounts().find(Town.proof(renewed)).map(Account::id));
        assertEquals(List.of(), faults);
    }

    /**
     * The principal is signed in, and the representative's card is beside: the browser chooses the representative's certificate for the
     * other listener, as one does whose windows were closed after the principal's company account signed in.
     */
    @ParameterizedTest
    @CsvSource({"ja, true", "en, false"})
    void bothArePresentAndTheRepresentativeIsRegisteredByClicks(String language, boolean phone) throws Exception {
        boolean english = language.equals("en");
        browse(Town.HANAKO, language, phone);
        page.navigate(town.settings.certificate() + "/people/sign-in/certificate");
        List<Cookie> signedIn = context.cookies();
        context.close();

        browse(Town.TARO, language, phone);
        context.addCookies(signedIn);
        page.navigate(town.settings.people() + "/people/delegations");
        look("delegations-none");
        follow(english ? "Register together with the representative" : "代理人と一緒に登録する");
        look("grant");
        page.click("label[for=service-NOTICES]");
        page.fill("#until", Moments.dayOf(town.clock.instant()).plusDays(20).toString());
        page.waitForNavigation(() -> page.click("main button[type=submit]"));
        look("delegations-given");
        assertTrue(page.content().contains(english ? "The representative was registered" : "代理人を登録しました"));
        assertTrue(page.content().contains(english ? "This delegation ends on" : "に終了します"), "near its end");
        assertEquals(1, town.delegations.held(town.account(Town.TARO).id()).size());
        assertTrue(town.delegations.may(
                new Actor(
                        town.account(Town.TARO).id(), town.account(Town.HANAKO).id()),
                Service.NOTICES));
    }

    private void follow(String words) {
        page.waitForNavigation(() -> page.click("text=" + words));
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
