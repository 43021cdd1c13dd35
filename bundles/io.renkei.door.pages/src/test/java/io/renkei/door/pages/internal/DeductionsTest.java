package io.renkei.door.pages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.HoldingAccess.ReadReceipt;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecordId;
import io.renkei.ports.records.Requester;
import io.renkei.testkit.TestAuthority;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Senders, the certificates of a year, and certificates that a site asks for, as a person sees them. */
class DeductionsTest {

    private Town town;
    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        town = new Town();
        browser = signedIn(Town.HANAKO);
    }

    @AfterEach
    void close() throws Exception {
        town.close();
    }

    private Browser signedIn(TestAuthority.Issued who) {
        Browser with = new Browser(Town.AUTHORITY.client(who), "ja");
        with.open(town.settings.certificate().resolve("/people/sign-in/certificate"));
        return with;
    }

    private static String token(Browser.Page page) {
        return page.html().replaceAll("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
    }

    private Browser.Page post(String path, String fields) {
        String token = token(browser.open(town, "/people/holdings/years"));
        return browser.post(town.settings.people().resolve(path), "token=" + token + "&for=&" + fields, "same-origin");
    }

    // Senders

    @Test
    void sendersAreNamedByServiceAndOneThatIsDownIsMissing() {
        Browser.Page page = browser.open(town, "/people/holdings/senders");
        assertTrue(page.says("見本生命保険") && page.says("見本銀行"));
        assertTrue(page.says("受け取らない") && page.says("年金ネット（試験）") && page.says("HOLDINGS-016"));
        town.holdings.linked = false;
        assertTrue(browser.open(town, "/people/holdings/senders").says("連携済みの民間送達サービスはありません"));
    }

    @Test
    void aSenderIsPickedAndPickedNoMore() {
        Browser.Page list = browser.open(town, "/people/holdings/senders");
        Browser.Page dropped = browser.submit(list, "/people/holdings/senders");
        assertTrue(dropped.says("送付元の選択を解除しました"));
        assertEquals(Set.of(), Set.copyOf(town.holdings.picked));
        assertTrue(browser.submit(dropped, "/people/holdings/senders").says("送付元を追加しました"));
        assertEquals(Set.of("insurer"), Set.copyOf(town.holdings.picked));
    }

    @ParameterizedTest
    @CsvSource({
        "service=test-bank&sender=nobody&picked=yes, 404, PAGES-048",
        "service=pension-net&sender=insurer&picked=yes, 502, HOLDINGS-016",
        "service=test-bank&sender=a/../b&picked=yes, 400, PAGES-005",
        "service=test-bank&sender=bank&picked=maybe, 400, PAGES-005",
        "service=%2F&sender=bank&picked=yes, 400, PAGES-005"
    })
    void whatCannotBePickedIsTold(String fields, int status, String code) {
        Browser.Page page = post("/people/holdings/senders", fields);
        assertEquals(status, page.status());
        assertTrue(page.says(code));
        assertEquals(Set.of("insurer"), Set.copyOf(town.holdings.picked));
    }

    @Test
    void nothingIsPickedGatheredOrDeletedByAFormOfAnotherSite() {
        String bundle = gathered(2026);
        for (String path :
                List.of("/people/holdings/senders", "/people/holdings/years", bundle + "/zip", bundle + "/forget")) {
            Browser.Page forged = browser.post(
                    town.settings.people().resolve(path),
                    "service=test-bank&sender=bank&picked=yes&year=2026",
                    "cross-site");
            assertEquals(403, forged.status(), path);
        }
        assertEquals(405, browser.open(town, bundle + "/zip").status());
        assertEquals(1, town.holdings.bundles.size());
        assertEquals(Set.of("insurer"), Set.copyOf(town.holdings.picked));
    }

    // The bundle of a year

    private String gathered(int year) {
        AccountId account = town.account(Town.HANAKO).id();
        BundleId id = town.holdings.collect(account, year);
        return "/people/holdings/years/" + id;
    }

    @Test
    void aYearIsGatheredShownAsItComesAndSavedAsOneFile() {
        town.holdings.collecting = true;
        Browser.Page years = browser.open(town, "/people/holdings/years");
        int now = Moments.dayOf(town.clock.instant()).getYear();
        Browser.Page bundle = browser.submit(years, "/people/holdings/years", "year", Integer.toString(now - 1));
        assertTrue(bundle.says((now - 1) + "年分の控除証明書等") && bundle.says("各サービスから取得しています"));
        assertTrue(bundle.header("Refresh").contains("url=/people/holdings/years/"));
        assertFalse(bundle.says("/zip\""));
        String still = bundle.address().getPath();
        assertEquals("", browser.open(town, still + "?refresh=off").header("Refresh"));

        town.holdings.collecting = false;
        Browser.Page done = browser.open(town, still);
        assertEquals("", done.header("Refresh"));
        assertTrue(done.says("検証済み") && done.says("生命保険料控除証明書"));
        assertTrue(done.says("HOLDINGS-005") && done.says("HOLDINGS-016") && done.says("取得できないサービス"));
        Browser.Page file = browser.submit(done, "/zip");
        assertEquals("application/zip", file.header("Content-Type"));
        assertTrue(file.header("Content-Disposition").contains("deductions-" + (now - 1) + ".zip"));
        assertEquals("<certificate/>", file.html());
        assertTrue(browser.open(town, "/people/holdings/years").says("取得した年分"));
    }

    @Test
    void aFileThatIsLargerThanMemoryForItIsSentAsItIsWritten() {
        town.holdings.before = 5_000_000;
        Browser.Page file = browser.submit(browser.open(town, gathered(2026)), "/zip");
        assertEquals(5_000_000 + FakeHoldings.XML.length, file.html().length());
        assertEquals("", file.header("Content-Length"));
    }

    @Test
    void aFileThatCannotBeBegunIsAPageAndOneThatBreaksOffIsNoFile() {
        town.holdings.breaksOff = true;
        Browser.Page bundle = browser.open(town, gathered(2026));
        Browser.Page page = browser.submit(bundle, "/zip");
        assertEquals(500, page.status());
        assertTrue(page.says("PAGES-049"));
        assertEquals("", page.header("Content-Disposition"));
        town.holdings.before = 5_000_000;
        assertThrows(IllegalStateException.class, () -> browser.submit(bundle, "/zip"), "cut short, not whole");
    }

    @Test
    void whatWasGatheredIsDeleted() {
        String path = gathered(2026);
        Browser.Page years = browser.submit(browser.open(town, path), "/forget");
        assertTrue(years.says("取得した文書を削除しました"));
        Browser.Page gone = browser.open(town, path);
        assertEquals(404, gone.status());
        assertTrue(gone.says("PAGES-046"));
    }

    @Test
    void anothersBundleAnswersLikeNone() {
        String path = gathered(2026);
        Browser other = signedIn(Town.TARO);
        assertEquals(404, other.open(town, path).status());
        String token = token(other.open(town, "/people/holdings/years"));
        for (String action : List.of("/zip", "/forget")) {
            Browser.Page page =
                    other.post(town.settings.people().resolve(path + action), "token=" + token, "same-origin");
            assertEquals(404, page.status(), action);
        }
        assertEquals(1, town.holdings.bundles.size());
        assertEquals(404, browser.open(town, "/people/holdings/years/1").status());
    }

    @ParameterizedTest
    @CsvSource({"1999", "2999", "x", "''", "20260"})
    void anotherYearIsNotGathered(String year) {
        assertEquals(400, post("/people/holdings/years", "year=" + year).status());
        assertEquals(0, town.holdings.bundles.size());
    }

    @Test
    void aRepresentativeSeesNoneOfIt() {
        var given = DelegationTest.given(town, Town.TARO, Town.HANAKO);
        for (String path : List.of(
                "/people/holdings/senders", "/people/holdings/fetches", "/people/holdings/years", gathered(2026))) {
            assertEquals(403, browser.open(town, path + "?for=" + given.id()).status(), path);
        }
    }

    @Test
    void whatWasFetchedIsListedPageByPageAndForNobodyElse() {
        AccountId me = town.account(Town.HANAKO).id();
        Optional<BundleId> bundle = Optional.of(new BundleId(UUID.randomUUID()));
        town.holdings.fetched(me, "good", "", bundle, ReadReceipt.SENT);
        town.holdings.fetched(me, "forged", "", Optional.empty(), ReadReceipt.NONE);
        town.holdings.fetched(me, "late", "PRIVATEDELIVERY-001", bundle, ReadReceipt.NONE);
        for (int i = 0; i < 20; i++) {
            town.holdings.fetched(me, "old-" + i, "", Optional.empty(), ReadReceipt.DUE);
        }
        Browser.Page page = browser.open(town, "/people/holdings/fetches");
        assertTrue(page.says("検証済み") && page.says("生命保険料控除証明書 good") && page.says("通知済み"));
        assertTrue(page.says("HOLDINGS-005") && page.says("PRIVATEDELIVERY-001") && page.says("文書を開いたため"));
        assertFalse(page.says("old-17"));
        String older = page.html().replaceAll("(?s).*href=\"(/people/holdings/fetches\\?before=[^\"]*)\".*", "$1");
        assertTrue(browser.open(town, older).says("old-19"));
        assertEquals(
                400, browser.open(town, "/people/holdings/fetches?before=1").status());
        assertFalse(signedIn(Town.TARO).open(town, "/people/holdings/fetches").says("good"));
    }

    // A site asks

    private Browser.Page asked(boolean alone) {
        Interactions.Begun begun = town.requestOfCertificates("ja", alone);
        Browser.Page link =
                browser.open(town, "/oidc/begin/" + begun.interaction().id() + "/" + begun.secret());
        Browser.Page linked = browser.submit(link, "/link");
        return browser.open(town, "/people/requests/" + begun.interaction().id());
    }

    private HandoverView handover() {
        return town.linkage.handovers.values().iterator().next();
    }

    @Test
    void certificatesAreConsentedToSeenAndChosenOneByOne() {
        town.holdings.collecting = true;
        Browser.Page consent = asked(true);
        assertTrue(consent.says("生命保険料控除証明書（2026年分）") && consent.says("署名付き文書も渡されます"));
        assertTrue(consent.says("同意して取り寄せる") && !consent.says("自己情報を行政機関から"));
        Browser.Page waiting = browser.submit(consent, "/consent");
        assertTrue(waiting.says("取得中") && waiting.says("2件／一覧2件"));

        town.holdings.collecting = false;
        Browser.Page review = browser.open(waiting.address());
        assertTrue(review.says("value=\"test-bank/good\"") && !review.says("value=\"test-bank/forged\""));
        assertTrue(review.says("HOLDINGS-005") && review.says("HOLDINGS-016") && review.says("取得できていない項目"));
        assertTrue(review.says("&lt;b&gt;見本&lt;/b&gt;") && review.says("8999999999901"));
        assertFalse(review.says("checked"));
        assertTrue(
                browser.open(town, review.address().getPath() + "?all=yes").says("value=\"test-bank/good\" checked"));

        Browser.Page nothing = browser.submit(review, "/release");
        assertEquals(422, nothing.status());
        assertTrue(nothing.says("PAGES-043"));
        Browser.Page released = browser.submit(review, "/release", "certificate", "test-bank/good");
        assertTrue(released.says("控除証明書等（テスト銀行：good）"));
        assertEquals(Set.of(new HoldingRef(FakeSites.BANK, "good")), handover().certificates());
        Browser.Page kept = browser.open(town, "/people/handovers/" + handover().id());
        assertTrue(kept.says("控除証明書等（テスト銀行：good）") && kept.says("生命保険料控除証明書（2026年分）"));
    }

    @Test
    void itemsAndCertificatesAreChosenInOneGo() {
        Browser.Page review = browser.submit(asked(false), "/consent");
        town.linkage.answers.put(new SelfInformationNumber("1"), FakeLinkage.found(town.clock.instant()));
        review = browser.open(review.address());
        browser.submit(review, "/release", "item", "1", "certificate", "test-bank/good");
        assertEquals(Set.of(new SelfInformationNumber("1")), handover().released());
        assertEquals(Set.of(new HoldingRef(FakeSites.BANK, "good")), handover().certificates());
    }

    @Test
    void aFormWithAForgedCertificateOrTooMuchHandsNothingOver() {
        Browser.Page review = browser.submit(asked(true), "/consent");
        assertEquals(
                403,
                browser.submit(review, "/release", "certificate", "test-bank/forged")
                        .status());
        assertEquals(
                400, browser.submit(review, "/release", "certificate", "forged").status());
        town.linkage.tooMuch = true;
        Browser.Page much = browser.submit(review, "/release", "certificate", "test-bank/good");
        assertEquals(413, much.status());
        assertTrue(much.says("PAGES-045") && much.says("value=\"test-bank/good\" checked"));
        assertEquals(
                HandoverState.REVIEW,
                town.linkage.find(handover().id()).orElseThrow().state());
    }

    @Test
    void aReleasedCertificateStandsInTheAccessRecords() {
        AccountId who = town.account(Town.HANAKO).id();
        town.agencies.records.add(new AccessRecord(
                new AccessRecordId(UUID.randomUUID()),
                who,
                who,
                new Requester.Principal(),
                Optional.empty(),
                Optional.of(new AccessRecord.Certificate("TEG800", 2026)),
                Optional.empty(),
                town.clock.instant(),
                Optional.empty(),
                AccessRecord.Answer.RELEASED,
                false));
        assertTrue(browser.open(town, "/people/access-records").says("生命保険料控除証明書（2026年分）"));
    }
}
