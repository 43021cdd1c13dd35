package io.renkei.door.pages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Accounts.Proof;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.trust.UserCertificates.Verdict;
import io.renkei.testkit.TestAuthority;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A renewed certificate opens the account of before, over the real accounts. */
class CertificatesTest {

    private static final TestAuthority.Issued RENEWED = Town.AUTHORITY.issue("997794E9AGCIEG13221005A");

    @TempDir
    Path folder;

    private Town town;
    private Browser old;
    private AccountId account;

    @BeforeEach
    void open() throws Exception {
        town = Town.withInboxes(folder);
        town.verdicts.put(RENEWED.certificate(), new Verdict.Good(proof(RENEWED)));
        old = new Browser(Town.AUTHORITY.client(Town.HANAKO), "ja");
        old.open(at("/people/sign-in/certificate"));
        account = town.account(Town.HANAKO).id();
    }

    @AfterEach
    void close() throws Exception {
        town.close();
    }

    private static Authenticator.Certificate proof(TestAuthority.Issued who) {
        return Town.proof(who);
    }

    private URI at(String path) {
        return town.settings.certificate().resolve(path);
    }

    private String drawn() {
        Browser.Page page = old.submit(old.open(town, "/people/certificates"), "/invite");
        Matcher code = Pattern.compile("<p class=\"bigcode\">([^<]*)</p>").matcher(page.html());
        assertTrue(code.find(), page.html());
        assertFalse(page.address().toString().contains(code.group(1).substring(0, 4)));
        assertTrue(page.says(at("/people/certificates/add").toString()));
        return code.group(1);
    }

    private Browser.Page typed(TestAuthority.Issued who, String code) {
        Browser other = new Browser(Town.AUTHORITY.client(who), "ja");
        return other.submit(other.open(at("/people/certificates/add")), "/add", "code", code);
    }

    private List<String> events() {
        return town.stores().evidence().timeLine(account).stream()
                .map(row -> row.event())
                .toList();
    }

    @Test
    void theNewCertificateOpensTheSameAccountAndSoDoesTheOld() {
        Browser.Page done = typed(RENEWED, drawn().toLowerCase().replace(' ', '-'));

        assertTrue(done.says("証明書を追加し"), done.html());
        assertEquals(
                account,
                town.accounts().signIn(proof(RENEWED), town.clock.instant()).id());
        assertEquals(account, town.account(Town.HANAKO).id());
        assertEquals(2, town.accounts().proofs(account).size());
        assertEquals(List.of("ACCOUNT_OPENED", "AUTHENTICATOR_INVITED", "AUTHENTICATOR_ADDED"), events());
        assertEquals(proof(RENEWED), town.proofs.get(account));
    }

    @Test
    void aCodeIsGoodOnceAndAWrongOneOpensNothing() {
        String code = drawn();
        assertEquals(404, typed(RENEWED, "AAAA BBBB CCCC").status());
        typed(RENEWED, code);
        Browser.Page again = typed(Town.TARO, code);
        assertEquals(404, again.status());
        assertTrue(again.says("PAGES-064"));
        assertNotEquals(account, town.account(Town.TARO).id());
    }

    @Test
    void aCertificateOfAnotherAccountStaysThere() {
        AccountId taro = town.account(Town.TARO).id();
        Browser.Page page = typed(Town.TARO, drawn());
        assertEquals(409, page.status());
        assertTrue(page.says("PAGES-067"));
        assertEquals(taro, town.account(Town.TARO).id());
        assertEquals(1, town.accounts().proofs(account).size());
    }

    @Test
    void aCertificateThatIsNotGoodIsRefusedBeforeAnyCode() {
        Browser signing = new Browser(Town.AUTHORITY.client(Town.SIGNING), "ja");
        assertTrue(signing.open(at("/people/certificates/add")).says("PAGES-011"));
        Browser none = new Browser(Town.AUTHORITY.client(), "ja");
        assertTrue(none.open(at("/people/certificates/add")).says("PAGES-010"));
    }

    @Test
    void aForgedFormAddsAndRemovesNothing() {
        String code = drawn();
        Browser other = new Browser(Town.AUTHORITY.client(RENEWED), "ja");
        other.open(at("/people/certificates/add"));
        String body = "code=" + code.replace(" ", "");
        assertEquals(
                403,
                other.post(at("/people/certificates/add"), body, "same-origin").status());
        String good = body + "&token=" + FormToken.of(other.cookies.get(Cookies.FORM));
        assertEquals(
                403,
                other.post(at("/people/certificates/add"), good, "cross-site").status());
        assertEquals(1, town.accounts().proofs(account).size());
        typed(RENEWED, code);
        Proof first = town.accounts().proofs(account).get(0);
        URI remove = town.settings.people().resolve("/people/certificates/" + first.id() + "/remove");
        assertEquals(403, old.post(remove, "token=x", "same-origin").status());
        assertEquals(2, town.accounts().proofs(account).size());
    }

    @Test
    void theOnlyCertificateCannotBeRemovedAndAnothersNeither() {
        Browser.Page list = old.open(town, "/people/certificates");
        assertTrue(list.says(account.toString()) && !list.says("/remove"));
        Proof only = town.accounts().proofs(account).get(0);
        Browser.Page last = remove(old, only);
        assertEquals(409, last.status());
        assertTrue(last.says("PAGES-065"));
        Browser taro = new Browser(Town.AUTHORITY.client(Town.TARO), "ja");
        taro.open(at("/people/sign-in/certificate"));
        assertEquals(404, remove(taro, only).status());
        assertEquals(account, town.account(Town.HANAKO).id());
    }

    private Browser.Page remove(Browser browser, Proof proof) {
        return browser.post(
                town.settings.people().resolve("/people/certificates/" + proof.id() + "/remove"),
                "token=" + FormToken.of(browser.cookies.get(Sessions.COOKIE)),
                "same-origin");
    }

    @Test
    void aRemovedCertificateOpensThisAccountNoMore() {
        typed(RENEWED, drawn());
        Browser.Page list = old.open(town, "/people/certificates");
        Proof first = town.accounts().proofs(account).get(0);

        assertTrue(old.submit(list, first.id() + "/remove").says("証明書を削除し"));

        assertEquals(
                account,
                town.accounts().signIn(proof(RENEWED), town.clock.instant()).id());
        assertNotEquals(account, town.account(Town.HANAKO).id());
        assertTrue(events().contains("AUTHENTICATOR_REMOVED"));
        assertFalse(old.open(town, "/people/certificates").says("/remove"));
    }
}
