package io.renkei.door.pages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What private delivery services hold, as a person sees it. */
class HoldingsTest {

    private Town town;
    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        town = new Town();
        browser = new Browser(Town.AUTHORITY.client(Town.HANAKO), "ja");
        browser.open(town.settings.certificate().resolve("/people/sign-in/certificate"));
    }

    @AfterEach
    void close() throws Exception {
        town.close();
    }

    private Browser.Page open(String holding) {
        Browser.Page list = browser.open(town, "/people/holdings");
        // The first form of the list; which document it is about is said anew.
        return browser.post(
                town.settings.people().resolve("/people/holdings/open"),
                "token=" + token(list) + "&for=&service=" + FakeSites.BANK + "&holding=" + holding,
                "same-origin");
    }

    private static String token(Browser.Page page) {
        return page.html().replaceAll("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void theListNamesEachDocumentAndEachServiceThatDidNotAnswer() {
        Browser.Page list = browser.open(town, "/people/holdings");
        assertTrue(list.says("生命保険料控除証明書 good") && list.says("見本生命保険"));
        assertTrue(list.says("開封済み") && list.says("未開封"));
        assertTrue(list.says("HOLDINGS-016") && list.says("年金ネット（試験）"));
        assertEquals(List.of(), town.holdings.opened);
    }

    @Test
    void whoLinkedNoServiceIsShownTheWayToTheSites() {
        town.holdings.linked = false;
        Browser.Page list = browser.open(town, "/people/holdings");
        assertTrue(list.says("連携済みの民間送達サービスはありません") && list.says("href=\"/people/sites\""));
    }

    @Test
    void aVerifiedDocumentIsShownAndCanBeSavedAsItsIssuerSignedIt() {
        Browser.Page opened = browser.submit(browser.open(town, "/people/holdings"), "/people/holdings/open");
        assertTrue(opened.says("検証済み") && opened.says("TEG800") && opened.says("8999999999901"));
        assertTrue(opened.says("&lt;b&gt;見本&lt;/b&gt;"));
        Browser.Page file = browser.submit(opened, "/people/holdings/file");
        assertEquals("<certificate/>", file.html());
        assertTrue(file.header("Content-Disposition").contains("TEG800-2026.xml"));
    }

    @Test
    void aForgedDocumentIsNamedAndNeitherShownNorSaved() {
        Browser.Page opened = open("forged");
        assertTrue(opened.says("HOLDINGS-005") && opened.says("改変されている"));
        assertFalse(opened.says("/people/holdings/file"));
        Browser.Page file = browser.post(
                town.settings.people().resolve("/people/holdings/file"),
                "token=" + token(browser.open(town, "/people/holdings")) + "&service=" + FakeSites.BANK
                        + "&holding=forged",
                "same-origin");
        assertEquals(403, file.status());
        assertTrue(file.says("PAGES-036"));
    }

    @Test
    void whatTheServiceDoesNotGiveIsToldWithItsCode() {
        Browser.Page gone = open("gone");
        assertEquals(502, gone.status());
        assertTrue(gone.says("PAGES-035") && gone.says("HOLDINGS-011"));
        assertEquals(400, open("a/../b").status());
    }

    @Test
    void nothingIsOpenedByAFormOfAnotherSiteNorByAnAddress() {
        assertEquals(405, browser.open(town, "/people/holdings/open").status());
        Browser.Page forged = browser.post(
                town.settings.people().resolve("/people/holdings/open"),
                "service=" + FakeSites.BANK + "&holding=good",
                "cross-site");
        assertEquals(403, forged.status());
        assertEquals(List.of(), town.holdings.opened);
    }
}
