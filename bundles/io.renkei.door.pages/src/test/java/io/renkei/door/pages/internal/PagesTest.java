package io.renkei.door.pages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.interaction.Interactions.Outcome;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.sites.Sites;
import io.renkei.testkit.TestAuthority;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's ways over real sockets; each page that comes is checked by {@link Pages}. */
class PagesTest {

    private static final SelfInformationNumber ONE = new SelfInformationNumber("1");
    private static final SelfInformationNumber TWO = new SelfInformationNumber("2");
    private static final SelfInformationNumber THREE = new SelfInformationNumber("3-4");

    private Town town;
    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        town = new Town();
        browser = browser(Town.HANAKO, "ja");
    }

    @AfterEach
    void close() throws Exception {
        town.close();
    }

    private static Browser browser(TestAuthority.Issued who, String language) {
        return new Browser(Town.AUTHORITY.client(who), language);
    }

    private Browser.Page signIn(Browser with) {
        return with.open(town.settings.certificate().resolve("/people/sign-in/certificate"));
    }

    private Browser.Page begin(Browser with, Interactions.Begun begun) {
        return with.open(town, "/oidc/begin/" + begun.interaction().id() + "/" + begun.secret());
    }

    private void answer() {
        town.linkage.answers.put(ONE, FakeLinkage.found(town.clock.instant()));
        town.linkage.answers.put(TWO, new ItemAnswer.NoData(town.clock.instant()));
        town.linkage.answers.put(THREE, new ItemAnswer.Failed("SELFINFO-004"));
    }

    private HandoverView handover() {
        return town.linkage.handovers.values().iterator().next();
    }

    @Test
    void whoIsNotSignedInIsSentToTheSignInPageAndBack() {
        Browser.Page page = browser.open(town, "/people/handovers");
        assertTrue(page.address().toString().endsWith("/people/sign-in?to=/people/handovers"));
        assertTrue(page.says("署名用電子証明書ではログインできません"));
        Browser.Page in =
                browser.open(town.settings.certificate().resolve("/people/sign-in/certificate?to=/people/handovers"));
        assertEquals("/people/handovers", in.address().getPath());
        assertTrue(browser.cookies.containsKey("__Host-renkei-session"));
        assertEquals(
                Town.proof(Town.HANAKO),
                town.proofs.get(town.account(Town.HANAKO).id()));
    }

    @Test
    void afterSigningInNobodyIsSentElsewhere() {
        for (String to :
                new String[] {"https://evil.example/", "//evil.example", "/people/sign-in/certificate", "/v1"}) {
            Browser.Page page =
                    browser.ask(town.settings.certificate().resolve("/people/sign-in/certificate?to=" + to));
            assertEquals(town.settings.people() + "/people/sites", page.header("Location"));
        }
    }

    @Test
    void theSessionCookieIsOfThisHostAloneAndHiddenFromScripts() {
        Browser.Page page = browser.ask(town.settings.certificate().resolve("/people/sign-in/certificate"));
        assertTrue(page.header("Set-Cookie").startsWith("__Host-renkei-session="));
        assertTrue(page.header("Set-Cookie").endsWith("; Path=/; Secure; HttpOnly; SameSite=Lax"));
    }

    @Test
    void aCertificateForSigningIsRefusedByNameAndSoIsNoneOrAStrangers() {
        Browser.Page signing = signIn(browser(Town.SIGNING, "ja"));
        assertEquals(403, signing.status());
        assertTrue(signing.says("PAGES-011") && signing.says("署名用電子証明書が選択されています"));
        assertTrue(signing.says("This is the certificate for signing."));
        assertTrue(signIn(new Browser(Town.AUTHORITY.client(), "en")).says("PAGES-010"));
        assertTrue(signIn(browser(Town.AUTHORITY.issue("stranger"), "en")).says("PAGES-013"));
    }

    @Test
    void theSignInByCertificateAnswersOnItsOwnListenerAlone() {
        assertEquals(404, browser.open(town, "/people/sign-in/certificate").status());
        assertEquals(
                404,
                browser.open(town.settings.certificate().resolve("/people/sites"))
                        .status());
    }

    @Test
    void signingOutEndsTheSession() {
        Browser.Page sites = signIn(browser);
        assertEquals(1, town.people.open.size());
        Browser.Page out = browser.submit(sites, "/people/sign-out");
        assertTrue(out.says("ログアウトしました"));
        assertEquals(0, town.people.open.size());
        assertTrue(browser.open(town, "/people/sites").address().getPath().equals("/people/sign-in"));
    }

    @Test
    void whoIsAskedToBeSignedOutDecides() {
        signIn(browser);
        Interactions.Begun first = town.signOut("");
        Browser.Page asked = begin(browser, first);
        assertTrue(asked.says("テスト銀行") && asked.says("ポータルのログアウトを求められています"), asked.html());
        Browser.Page stayed = browser.submit(asked, "/stay");
        assertEquals("/people/sites", stayed.address().getPath());
        assertEquals(1, town.people.open.size());
        assertEquals(
                new Outcome.Denied(),
                town.interactions.outcomes.get(first.interaction().id()));

        Interactions.Begun second = town.signOut("en");
        Browser.Page again = begin(browser, second);
        assertTrue(again.says("asks that you be signed out of the portal"), again.html());
        Browser.Page gone = browser.submit(again, "/end");
        assertEquals("0; url=/oidc/authorize/" + second.interaction().id(), gone.header("Refresh"));
        assertEquals(0, town.people.open.size());
        assertFalse(browser.cookies.containsKey("__Host-renkei-session"));
        assertEquals(
                new Outcome.SignedOut(),
                town.interactions.outcomes.get(second.interaction().id()));

        Interactions.Begun third = town.signOut("ja");
        begin(browser, third);
        assertEquals(
                new Outcome.SignedOut(),
                town.interactions.outcomes.get(third.interaction().id()),
                "who is not signed in is not asked");
    }

    @Test
    void aRequestForASignOutIsNoneForASignOnAndTheOtherWayRound() {
        signIn(browser);
        Browser.Page asked = begin(browser, town.signOut("en"));
        URI consent = URI.create(asked.address() + "/link");
        String token = asked.html().replaceAll("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
        assertTrue(browser.post(consent, "token=" + token, "same-origin").says("PAGES-041"));
        Browser.Page link = begin(browser, town.request("en"));
        URI end = URI.create(link.address() + "/end");
        assertTrue(browser.post(end, "token=" + token, "same-origin").says("PAGES-041"));
        assertEquals(1, town.people.open.size());
    }

    @Test
    void anotherSignInEndsTheSessionOfBefore() {
        signIn(browser);
        signIn(browser);
        assertEquals(1, town.people.open.size());
    }

    @Test
    void theListOfSitesTellsStateHoursAndWhatEachWouldReceive() {
        Browser.Page page = signIn(browser);
        assertTrue(page.says("テスト銀行") && page.says("未連携") && page.says("平日8:00〜23:00"));
        assertTrue(page.says("住民基本台帳法第七条第四号に規定する事項"));
        town.sites.closed.add(Sites.Use.FIRST_LINK);
        assertTrue(browser.open(town, "/people/sites").says("受付時間外"));
    }

    @Test
    void aLinkIsMadeKeptAsAReceiptUsedAndEnded() {
        signIn(browser);
        Browser.Page consent = browser.open(town, "/people/sites/test-bank");
        assertTrue(consent.says("マイナンバー、氏名、住所") && consent.says("アカウントと連携することに同意します"));
        Browser.Page linked = browser.submit(consent, "/consent");
        assertTrue(linked.says("アカウントを連携しました"));
        String id = town.linkage.links.keySet().iterator().next().toString();
        Browser.Page receipt = browser.open(town, "/people/receipts/" + id);
        assertTrue(receipt.says("同意") && receipt.says("receipt.jws") && !receipt.says(">consent<"));
        assertTrue(receipt.says("<dt>同意した日時</dt><dd>2026年11月29日 16:31</dd>"));
        assertTrue(browser.open(town, "/people/receipt-keys.json").says("keys"));
        Browser.Page file = browser.open(town, "/people/receipts/" + id + "/receipt.jws");
        assertEquals("application/jose", file.header("Content-Type"));
        assertEquals("attachment; filename=\"receipt-" + id + ".jws\"", file.header("Content-Disposition"));
        assertEquals(
                "https://site.example/login?iss=https%3A%2F%2Flocalhost%3A"
                        + town.settings.people().getPort(),
                browser.ask(town.settings.people().resolve("/people/sites/test-bank/go"))
                        .header("Location"));
        Browser.Page revoked = browser.submit(linked, "/revoke");
        assertTrue(revoked.says("連携を解除しました") && revoked.says("終了した連携"));
        assertTrue(revoked.says("/people/receipts/" + id));
        assertTrue(town.linkage.links.values().iterator().next().revoked().isPresent());
    }

    @Test
    void eachLinkThatEndedIsNamedWithItsReceipt() {
        signIn(browser);
        for (String site : new String[] {"test-bank", "pension-net", "test-bank"}) {
            browser.submit(browser.open(town, "/people/sites/" + site), "/consent");
            browser.submit(browser.open(town, "/people/sites/" + site), "/revoke");
        }
        Browser.Page sites = browser.open(town, "/people/sites");
        assertEquals(3, town.linkage.links.size());
        town.linkage.links.keySet().forEach(consent -> assertTrue(sites.says("/people/receipts/" + consent)));
    }

    @Test
    void anothersReceiptAnswersLikeAnUnknownOne() {
        signIn(browser);
        browser.submit(browser.open(town, "/people/sites/test-bank"), "/consent");
        String id = town.linkage.links.keySet().iterator().next().toString();
        Browser other = browser(Town.TARO, "ja");
        signIn(other);
        assertEquals(404, other.open(town, "/people/receipts/" + id).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aRequestGoesFromSignInOverBothConsentsToTheHandover(String language) {
        Interactions.Begun begun = town.request(language);
        Browser.Page page = begin(browser, begun);
        assertTrue(page.html().contains("<html lang=\"" + language + "\">"));
        String path = "/people/requests/" + begun.interaction().id();
        page = browser.open(town.settings.certificate().resolve("/people/sign-in/certificate?to=" + path));
        page = browser.submit(page, "/link");
        assertEquals(path + "/linked", page.address().getPath());
        page = browser.open(town, path);
        assertTrue(page.says("住宅ローンの審査のため &lt;script&gt;"));
        assertEquals(HandoverState.ASKED, handover().state());
        page = browser.submit(page, "/consent");
        assertTrue(page.header("Refresh").equals("1; url=" + path) && page.says("0 / 3"));
        answer();
        page = browser.open(town, path);
        assertTrue(page.says("試験 &lt;b&gt;花子&lt;/b&gt;") && page.says("SELFINFO-004"));
        assertFalse(page.says(" checked"));
        page = browser.submit(page, "/release");
        assertEquals(422, page.status());
        assertTrue(page.says("PAGES-043"));
        page = browser.submit(page, "/release", "item", "1");
        assertEquals(Set.of(ONE), handover().released());
        assertEquals(path + "/released/" + handover().id(), page.address().getPath());
        assertTrue(page.says("/oidc/authorize/" + begun.interaction().id()));
        assertTrue(town.interactions.outcomes.get(begun.interaction().id()) instanceof Outcome.Granted);
    }

    @Test
    void whoDoesNotWaitChoosesFromWhatIsHere() {
        Browser.Page page = consented("ja");
        town.linkage.answers.put(ONE, FakeLinkage.found(town.clock.instant()));
        String path = page.address().getPath();
        Browser.Page review = browser.open(town, path + "?show=now");
        assertTrue(review.says("取得できていない項目があります") && review.says("回答待ち"));
        assertTrue(browser.open(town, path + "?all=yes&show=now").says(" checked"));
        browser.submit(review, "/release", "item", "1");
        assertEquals(HandoverState.RELEASED, handover().state());
    }

    @Test
    void theWaitingPageStopsLookingWhenItIsTold() {
        Browser.Page page = browser.open(town, consented("en").address().getPath() + "?refresh=off");
        assertEquals("", page.header("Refresh"));
    }

    private Browser.Page consented(String language) {
        signIn(browser);
        browser.submit(browser.open(town, "/people/sites/test-bank"), "/consent");
        return browser.submit(begin(browser, town.request(language)), "/consent");
    }

    @Test
    void whatHasNoDataIsToldApartFromWhatIsHiddenAndWhatFailed() {
        Browser.Page page = consented("ja");
        town.linkage.answers.put(ONE, new ItemAnswer.NoData(town.clock.instant()));
        town.linkage.answers.put(TWO, new ItemAnswer.Undisclosed(town.clock.instant()));
        town.linkage.answers.put(THREE, new ItemAnswer.Failed("AGENCY-003"));
        Browser.Page review = browser.open(town, page.address().getPath());
        assertTrue(review.says("該当する情報なし") && review.says("法令により不開示") && review.says("取得できませんでした（AGENCY-003）"));
        assertFalse(review.says("type=\"checkbox\""));
    }

    @Test
    void aPersonCanSayNoAtEachStep() {
        Interactions.Begun before = town.request("ja");
        Browser.Page signIn = begin(browser, before);
        Browser.Page back = browser.submit(signIn, "/deny");
        assertEquals("0; url=/oidc/authorize/" + before.interaction().id(), back.header("Refresh"));
        assertTrue(town.interactions.outcomes.get(before.interaction().id()) instanceof Outcome.Denied);

        signIn(browser);
        Interactions.Begun atLink = town.request("ja");
        browser.submit(begin(browser, atLink), "/deny");
        assertTrue(town.interactions.outcomes.get(atLink.interaction().id()) instanceof Outcome.Denied);
        browser.submit(browser.open(town, "/people/sites/test-bank"), "/consent");
        Interactions.Begun atConsent = town.request("ja");
        browser.submit(begin(browser, atConsent), "/deny");
        assertTrue(town.interactions.outcomes.get(atConsent.interaction().id()) instanceof Outcome.Denied);
        assertTrue(town.linkage.handovers.values().stream().anyMatch(each -> each.state() == HandoverState.REFUSED));
    }

    @Test
    void aSignOnOfALinkedAccountShowsNothing() {
        signIn(browser);
        browser.submit(browser.open(town, "/people/sites/test-bank"), "/consent");
        Browser.Page page = begin(browser, town.signOn(FakeSites.BANK, Optional.empty()));
        assertTrue(page.says("<h1>Granted</h1>"));
    }

    @Test
    void whoSignedInTooLongAgoSignsInAgain() {
        signIn(browser);
        browser.submit(browser.open(town, "/people/sites/test-bank"), "/consent");
        Interactions.Begun begun =
                town.signOn(FakeSites.BANK, Optional.of(town.clock.instant().plusSeconds(1)));
        assertTrue(begin(browser, begun).says("もう一度ログインしてください"));
    }

    @Test
    void aSiteThatIsClosedIsSaidSoAndTheSiteIsTold() {
        town.sites.closed.add(Sites.Use.FIRST_LINK);
        signIn(browser);
        Interactions.Begun begun = town.request("ja");
        Browser.Page page = begin(browser, begun);
        assertTrue(page.says("受付時間外") && page.says("PAGES-031"));
        browser.submit(page, "/leave");
        assertEquals(
                new Outcome.Unavailable("PAGES-031"),
                town.interactions.outcomes.get(begun.interaction().id()));
    }

    @Test
    void aRequestBelongsToTheBrowserThatBeganIt() {
        Interactions.Begun begun = town.request("ja");
        Browser other = browser(Town.TARO, "ja");
        signIn(other);
        Browser.Page page =
                other.open(town, "/people/requests/" + begun.interaction().id());
        assertEquals(404, page.status());
        assertTrue(page.says("PAGES-040"));
    }

    @Test
    void aHandoverOfAnotherAccountIsNotShown() {
        Browser.Page page = consented("ja");
        Browser other = browser(Town.TARO, "ja");
        signIn(other);
        other.cookies.put("__Host-renkei-request", browser.cookies.get("__Host-renkei-request"));
        other.submit(other.open(town, "/people/sites/test-bank"), "/consent");
        assertEquals(404, other.open(town, page.address().getPath()).status());
        assertEquals(
                404, other.open(town, "/people/handovers/" + handover().id()).status());
    }

    @Test
    void aHandoverIsTakenBack() {
        Browser.Page page = consented("ja");
        answer();
        browser.submit(browser.open(town, page.address().getPath()), "/release", "item", "1");
        assertTrue(browser.open(town, "/people/handovers").says("引き渡し済み（未取得）"));
        Browser.Page one = browser.open(town, "/people/handovers/" + handover().id());
        assertTrue(one.says("引き渡しの受領証"));
        assertEquals(
                "application/jose",
                browser.open(town, "/people/handovers/" + handover().id() + "/receipt.jws")
                        .header("Content-Type"));
        browser.submit(one, "/revoke");
        assertEquals(HandoverState.REVOKED, handover().state());
        assertTrue(browser.open(town, "/people/handovers").says("取り消し済み"));
    }

    @Test
    void aFormFromElsewhereOrWithoutItsTokenDoesNothing() {
        signIn(browser);
        URI consent = town.settings.people().resolve("/people/sites/test-bank/consent");
        String token = FormToken.of(browser.cookies.get("__Host-renkei-session"));
        assertEquals(403, browser.post(consent, "token=", "same-origin").status());
        assertEquals(403, browser.post(consent, "token=" + token, "same-site").status());
        assertEquals(403, browser.post(consent, "token=" + token, "cross-site").status());
        assertTrue(town.linkage.links.isEmpty());
        assertEquals(303, browser.post(consent, "token=" + token, "same-origin").status());
    }

    @Test
    void aPageOfAnotherSiteSignsNobodyIn() {
        Browser.Page page =
                browser.ask(town.settings.certificate().resolve("/people/sign-in/certificate"), "cross-site");
        assertEquals(403, page.status());
        assertTrue(page.says("PAGES-018") && town.people.open.isEmpty());
    }

    @Test
    void aFormThatIsNoFormOrTooLargeIsRefused() {
        signIn(browser);
        URI form = town.settings.people().resolve("/people/self-information");
        assertEquals(400, browser.post(form, "token=%zz", "same-origin").status());
        assertEquals(400, browser.post(form, "token=%ff", "same-origin").status());
        assertEquals(413, browser.post(form, "a".repeat(70_000), "same-origin").status());
        assertEquals(413, browser.post(form, "a&".repeat(501), "same-origin").status());
    }

    @Test
    void whoComesWhenThePagesAreFullIsTold() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Town small = new Town(CompanyProvider.NONE, 1)) {
            small.slow = () -> {
                inside.countDown();
                awaitQuietly(goOn);
            };
            Browser first = browser(Town.HANAKO, "ja");
            first.cookies.put("__Host-renkei-session", "x");
            Thread slow = new Thread(() -> first.open(small, "/people/sign-in"));
            slow.start();
            assertTrue(inside.await(10, TimeUnit.SECONDS));
            Browser.Page page = browser.open(small, "/people/sign-in");
            goOn.countDown();
            slow.join(10_000);
            assertEquals(503, page.status());
            assertTrue(page.says("PAGES-009"));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anErrorTellsCodeAndSentenceInBothLanguages() {
        Browser.Page page = browser.open(town, "/people/nowhere");
        assertEquals(404, page.status());
        assertTrue(page.says("PAGES-001") && page.says("該当するページがありません") && page.says("There is no such page"));
    }

    @Test
    void aDatabaseThatIsGoneIsSaidAndNothingOfIt() {
        signIn(browser);
        town.databaseGone = true;
        Browser.Page page = browser.open(town, "/people/sites");
        assertEquals(503, page.status());
        assertEquals("60", page.header("Retry-After"));
        assertTrue(page.says("PAGES-006"));
    }

    @Test
    void theLanguageIsThatOfTheBrowserUntilThePersonChoosesOne() {
        Browser english = browser(Town.HANAKO, "en-GB,en;q=0.9");
        assertTrue(signIn(english).says("<html lang=\"en\">"));
        assertTrue(english.open(town, "/people/sites?lang=ja").says("<html lang=\"ja\">"));
        assertTrue(english.open(town, "/people/handovers").says("<html lang=\"ja\">"));
    }

    @Test
    void aPersonAsksForTheirInformationAndDestroysTheAnswers() {
        signIn(browser);
        Browser.Page form = browser.open(town, "/people/self-information");
        assertTrue(form.says("まだ照会できません"));
        assertEquals(
                422,
                browser.submit(form, "/self-information", "condition", "latest").status());
        assertEquals(
                422,
                browser.submit(form, "/self-information", "condition", "at", "day", "2999-01-01", "item", "1")
                        .status());
        Browser.Page waiting =
                browser.submit(form, "/self-information", "condition", "latest", "item", "1", "item", "2");
        assertTrue(waiting.says("0 / 2"));
        town.agencies.answers.put(ONE, FakeLinkage.found(town.clock.instant()));
        town.agencies.answers.put(TWO, new ItemAnswer.NoData(town.clock.instant()));
        Browser.Page answers = browser.open(town, waiting.address().getPath());
        assertTrue(answers.says("世帯主となった日") && answers.says("該当する情報なし"));
        assertEquals("", answers.header("Refresh"));
        Browser other = browser(Town.TARO, "ja");
        signIn(other);
        assertEquals(404, other.open(town, waiting.address().getPath()).status());
        browser.submit(answers, "/forget");
        assertTrue(town.agencies.questions.isEmpty());
    }

    @Test
    void settingsSayAllTheirFaultsAtOnce() {
        String said = "";
        try {
            PagesSettings.of(new PagesConfigOf("http://people.example", "https://other.example/x", 0));
        } catch (IllegalArgumentException e) {
            said = e.getMessage();
        }
        assertTrue(said.contains("people.address")
                && said.contains("certificate.address")
                && said.contains("waiting.seconds"));
    }
}
