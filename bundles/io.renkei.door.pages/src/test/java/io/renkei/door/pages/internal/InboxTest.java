package io.renkei.door.pages.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.journal.jdbc.internal.InboxFiller;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.AnnouncementId;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.announcements.PersonInbox;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.Delegations.Registered;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.inboxes.Inbox;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore.Replaces;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.payments.PaymentEvent;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.Sessions;
import io.renkei.testkit.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inbox on the pages, over the real stores: whose it is, what is shown, and that seen and fetched are the facts of the notice. */
class InboxTest {

    private static final PartnerId COMPANY = new PartnerId("acme");
    private static final PartnerId PORTAL = new PartnerId("city");
    private static final InboxId PERSON = new InboxId("a1b2");
    private static final PersonInbox OWN = new PersonInbox(PORTAL, PERSON);
    private static final byte[] DOCUMENT = "<doc>決定</doc>".getBytes(StandardCharsets.UTF_8);
    private static final Said FINAL =
            new Said(Optional.of(LocalDate.of(2026, 4, 2)), false, Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    private Town town;
    private RealStores stores;
    private InboxFiller filler;
    private Browser hanako;
    private Browser taro;

    @BeforeEach
    void open() throws Exception {
        town = Town.withInboxes(folder);
        stores = town.stores();
        filler = stores.filler();
        hanako = signedIn(Town.HANAKO, "ja");
        taro = signedIn(Town.TARO, "ja");
    }

    @AfterEach
    void close() throws Exception {
        town.close();
    }

    private Browser signedIn(TestAuthority.Issued who, String language) {
        Browser browser = new Browser(Town.AUTHORITY.client(who), language);
        browser.open(town.settings.certificate().resolve("/people/sign-in/certificate"));
        return browser;
    }

    private Instant now() {
        return town.clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** As the portal or the company would: a code is drawn, told, and typed in. */
    private void tie(Browser browser, PartnerId partner, Optional<InboxId> person) {
        String code = UUID.randomUUID().toString().substring(0, 12).replace("-", "Z");
        stores.inboxes().invite(new Inbox(partner, person), code, now().plusSeconds(60), now());
        Browser.Page done = browser.submit(browser.open(town, "/people/inbox/ties"), "/ties", "code", code);
        assertTrue(done.says("受信箱を登録しました"), done.html());
    }

    private NoticeId notice(FilingKey filing, String title) {
        return filler.notice(filing, title + " " + filing, title, unique(), FINAL, now());
    }

    private static byte[] unique() {
        return ("<doc>" + UUID.randomUUID() + "</doc>").getBytes(StandardCharsets.UTF_8);
    }

    private NoticeView kept(NoticeId id) {
        return stores.notices().find(id).orElseThrow();
    }

    private static String path(NoticeId id) {
        return "/people/inbox/notices/" + id;
    }

    @Test
    void aCompanyReadsItsOwnInboxAndNobodyElseDoes() {
        NoticeId id = notice(filler.filing(COMPANY, now()), "取得確認通知書 <i>山田</i>");
        tie(hanako, COMPANY, Optional.empty());

        Browser.Page list = hanako.open(town, "/people/inbox");
        assertTrue(list.says("取得確認通知書 &lt;i&gt;山田") && list.says("未読"));
        assertTrue(hanako.open(town, path(id)).says("2027年4月2日に終了します"));
        assertTrue(taro.open(town, "/people/inbox").says("受信箱がありません"));
        for (String of : List.of("", "?inbox=" + UUID.randomUUID())) {
            Browser.Page other = taro.open(town, path(id) + of);
            assertEquals(404, other.status());
            assertTrue(other.says("PAGES-081") && !other.says("取得確認通知書"));
        }
        assertEquals(
                404, hanako.open(town, path(new NoticeId(UUID.randomUUID()))).status());
    }

    @Test
    void whatIsListedIsSeenOnceByThePersonAndNotByOthers() {
        NoticeId id = notice(filler.filing(COMPANY, now()), "通知");
        taro.open(town, path(id));
        assertEquals(Optional.empty(), kept(id).seen());
        tie(hanako, COMPANY, Optional.empty());

        hanako.open(town, "/people/inbox");

        await().until(() -> kept(id).seen().isPresent());
        Instant seen = kept(id).seen().orElseThrow();
        hanako.open(town, path(id));
        assertEquals(Optional.of(seen), kept(id).seen());
        assertEquals(Optional.empty(), kept(id).fetched());
    }

    @Test
    void theDocumentIsFetchedByAFormAloneByteForByteAndCounts() {
        NoticeId id = filler.notice(filler.filing(COMPANY, now()), "1", "通知", DOCUMENT, FINAL, now());
        tie(hanako, COMPANY, Optional.empty());
        Browser.Page page = hanako.open(town, path(id));
        assertEquals(405, hanako.open(town, path(id) + "/document").status());
        assertEquals(Optional.empty(), kept(id).fetched());

        Browser.Page file = hanako.submit(page, "/document");

        assertArrayEquals(DOCUMENT, file.html().getBytes(StandardCharsets.UTF_8));
        assertEquals("application/xml", file.header("Content-Type"));
        assertEquals("attachment; filename=\"notice-" + id + ".xml\"", file.header("Content-Disposition"));
        await().until(() -> kept(id).fetched().isPresent());
        assertTrue(hanako.open(town, path(id)).says("最終日は"));
        Browser.Page evidence = hanako.submit(page, "/evidence");
        assertEquals(new String(Town.EVIDENCE, StandardCharsets.UTF_8), evidence.html());
        assertTrue(evidence.header("Content-Disposition").endsWith(".asice\""));
    }

    @Test
    void aLargeDocumentIsStreamedAndWhatBreaksOffWasNotFetched() throws Exception {
        byte[] large = new byte[5 << 20];
        Arrays.fill(large, (byte) 'x');
        large[0] = '<';
        FilingKey filing = filler.filing(COMPANY, now());
        NoticeId whole = filler.notice(filing, "1", "大きな文書", large, FINAL, now());
        large[1] = 'y';
        NoticeId broken = filler.notice(filing, "2", "欠けた文書", large, FINAL, now());
        stores.loseDocument(broken, 3);
        tie(hanako, COMPANY, Optional.empty());

        Browser.Page file = hanako.submit(hanako.open(town, path(whole)), "/document");
        assertEquals(large.length, file.html().length());
        assertEquals(Integer.toString(large.length), file.header("Content-Length"));
        await().until(() -> kept(whole).fetched().isPresent());
        Browser.Page page = hanako.open(town, path(broken));
        assertThrows(IllegalStateException.class, () -> hanako.submit(page, "/document"));
        assertEquals(Optional.empty(), kept(broken).fetched());
        stores.loseDocument(broken, 0);
        Browser.Page nothing = hanako.submit(page, "/document");
        assertEquals(500, nothing.status());
        assertTrue(nothing.says("PAGES-083"));
    }

    @Test
    void aForgedFormFetchesAndMarksNothing() {
        NoticeId id = notice(filler.filing(COMPANY, now()), "通知");
        tie(hanako, COMPANY, Optional.empty());
        String token = FormToken.of(hanako.cookies.get(Sessions.COOKIE));
        for (String step : List.of("/document", "/evidence", "/read")) {
            var address = town.settings.people().resolve(path(id) + step);
            assertEquals(
                    403,
                    hanako.post(address, "token=forged&for=", "same-origin").status());
            assertEquals(
                    403, hanako.post(address, "token=" + token, "cross-site").status());
        }
        assertEquals(Optional.empty(), kept(id).fetched());
        assertFalse(kept(id).read());
    }

    @Test
    void theMarkIsThePersonsOwnAndFiltersTheList() {
        FilingKey filing = filler.filing(COMPANY, now());
        NoticeId first = notice(filing, "一通目");
        notice(filing, "二通目");
        tie(hanako, COMPANY, Optional.empty());
        Browser.Page marked = hanako.submit(hanako.open(town, path(first)), "/read");
        assertTrue(marked.says("未読に戻す") && kept(first).read());

        Browser.Page unread = hanako.open(town, "/people/inbox?unread=1");

        assertTrue(unread.says("二通目") && !unread.says("一通目"));
        hanako.submit(marked, "/unread");
        assertFalse(kept(first).read());
    }

    @Test
    void theInboxComesPageByPageAndOfOneYear() {
        FilingKey filing = filler.filing(COMPANY, now());
        for (int i = 0; i < 45; i++) {
            notice(filing, "通知" + i);
        }
        filler.notice(filing, "old", "古い通知", unique(), FINAL, Instant.parse("2020-12-31T15:00:00Z"));
        tie(hanako, COMPANY, Optional.empty());

        Browser.Page first = hanako.open(town, "/people/inbox");
        assertEquals(20, cards(first));
        Browser.Page second = hanako.open(town, link(first, "before="));
        Browser.Page third = hanako.open(town, link(second, "before="));
        assertEquals(6, cards(third));
        Browser.Page old = hanako.open(town, "/people/inbox?year=2021");
        assertTrue(old.says("古い通知") && cards(old) == 1, "the year is that of Japan");
        assertEquals(0, cards(hanako.open(town, "/people/inbox?year=2020")));
        assertEquals(400, hanako.open(town, "/people/inbox?year=x").status());
        assertEquals(400, hanako.open(town, "/people/inbox?year=999999999").status());
        assertEquals(400, hanako.open(town, "/people/inbox?before=x").status());
        assertEquals(400, hanako.open(town, "/people/inbox?inbox=x").status());
    }

    private static int cards(Browser.Page page) {
        return page.html().split("<li class=\"card\">", -1).length - 1;
    }

    private static String link(Browser.Page page, String part) {
        int at = page.html().lastIndexOf(part); // behind the link to the other language
        int from = page.html().lastIndexOf('"', at) + 1;
        return page.html().substring(from, page.html().indexOf('"', at)).replace("&amp;", "&");
    }

    @Test
    void aWordIsLookedForInNoAddressAndGoesOnByAForm() {
        FilingKey filing = filler.filing(COMPANY, now());
        for (int i = 0; i < 25; i++) {
            notice(filing, "山田花子様 通知" + i);
        }
        notice(filing, "鈴木様 通知");
        tie(hanako, COMPANY, Optional.empty());

        Browser.Page list = hanako.open(town, "/people/inbox");
        Browser.Page found = hanako.submit(list, "/search", "text", "山田");
        assertEquals("/people/inbox/search", found.address().toString().replaceAll("^https://[^/]*", ""));
        assertEquals(20, cards(found));
        assertFalse(found.says("鈴木"));
        assertFalse(found.html().contains("text="), "no link carries it");
        String more =
                found.html().substring(found.html().lastIndexOf("<form method=\"post\" action=\"/people/inbox/search"));
        Browser.Page rest = hanako.submit(new Browser.Page(found.address(), 200, more, found.headers()), "/search");
        assertEquals(5, cards(rest));
        assertEquals(400, hanako.submit(list, "/search", "text", " ").status());
    }

    @Test
    void whatWasReplacedTakenBackContradictedEndsOrHasNoSealSaysSo() {
        FilingKey filing = filler.filing(COMPANY, now());
        NoticeId first = filler.notice(filing, "1", "初回", unique(), FINAL, now());
        NoticeId second = filler.notice(
                filing,
                "2",
                "訂正後",
                unique(),
                new Said(
                        Optional.of(LocalDate.of(2026, 4, 3)),
                        false,
                        Optional.of(new Replaces("1", false)),
                        Optional.empty()),
                now());
        NoticeId over = filler.notice(
                filing,
                "3",
                "期限切れ",
                unique(),
                new Said(
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.of(new Window(now().minusSeconds(20), now().minusSeconds(10)))),
                now());
        NoticeId plain = filler.message(COMPANY, "税務署から", now());
        tie(hanako, COMPANY, Optional.empty());

        Browser.Page replaced = hanako.open(town, path(first));
        assertTrue(replaced.says("差し替えられました") && replaced.says(path(second)));
        Browser.Page message = hanako.open(town, path(plain));
        assertTrue(message.says("公文書ではありません") && message.says("uketsuke.example:443"));
        assertFalse(message.says("審査請求の期間は"));
        assertTrue(hanako.submit(message, "/document")
                .header("Content-Disposition")
                .contains("message-" + plain));
        Browser.Page ended = hanako.open(town, path(over));
        assertTrue(ended.says("取得期限が過ぎています") && !ended.says("/document\""));
        assertEquals(
                410,
                hanako.submit(
                                new Browser.Page(
                                        ended.address(),
                                        200,
                                        replaced.html().replace(first.toString(), over.toString()),
                                        replaced.headers()),
                                "/document")
                        .status());
        assertFalse(kept(over).facts().has(NoticeFact.FETCHED));
    }

    @Test
    void aPersonOfAPortalReadsWhatWasPlacedInTheirInboxAndNothingElse() {
        FilingKey own = filler.filing(PORTAL, now());
        FilingKey others = filler.filing(PORTAL, now());
        NoticeId mine = notice(own, "わたしの通知");
        NoticeId theirs = notice(others, "他人の通知");
        NoticeId unbound = filler.message(PORTAL, "ポータル宛て", now());
        PaymentId payment = payment(own);
        PaymentId othersPayment = payment(others);
        assertTrue(stores.inboxes().place(PORTAL, own.application(), PERSON, now()));
        tie(hanako, PORTAL, Optional.of(PERSON));

        Browser.Page list = hanako.open(town, "/people/inbox");
        assertTrue(list.says("わたしの通知") && !list.says("他人の通知") && !list.says("ポータル宛て"));
        assertEquals(200, hanako.open(town, path(mine)).status());
        assertEquals(404, hanako.open(town, path(theirs)).status());
        assertEquals(404, hanako.open(town, path(unbound)).status());
        assertFalse(hanako.submit(list, "/search", "text", "通知").says("他人の通知"));
        Browser.Page payments = hanako.open(town, "/people/inbox/payments");
        assertTrue(payments.says(payment.toString()) && !payments.says(othersPayment.toString()));
        assertEquals(
                404,
                hanako.open(town, "/people/inbox/payments/" + othersPayment).status());

        stores.inboxes().place(PORTAL, own.application(), new InboxId("c3"), now());
        assertEquals(404, hanako.open(town, path(mine)).status());
    }

    private PaymentId payment(FilingKey filing) {
        return filler.payment(filing, LocalDate.of(2099, 3, 31), Instant.parse("2099-03-31T15:00:00Z"), now());
    }

    @Test
    void aPaymentShowsItsStateAndLeadsToItsSiteOnlyWhileItWaits() {
        FilingKey filing = filler.filing(COMPANY, now());
        NoticeId notice = notice(filing, "通知");
        PaymentId waiting = payment(filing);
        PaymentId paid = payment(filing);
        PaymentId cancelled = payment(filing);
        stores.payments()
                .report(
                        InboxFiller.ISSUER,
                        paid,
                        PaymentEvent.PAYMENT_REPORTED,
                        Optional.of(LocalDate.of(2026, 4, 5)),
                        now());
        stores.payments()
                .report(InboxFiller.ISSUER, cancelled, PaymentEvent.CANCELLATION_REPORTED, Optional.empty(), now());
        PaymentId lapsed =
                filler.payment(filing, LocalDate.of(2020, 1, 1), Instant.parse("2020-01-01T15:00:00Z"), now());
        stores.payments().passDueDays(now(), 10);
        tie(hanako, COMPANY, Optional.empty());

        Browser.Page page = hanako.open(town, "/people/inbox/payments/" + waiting);
        assertTrue(page.says("https://pay.example/9?x=1&amp;y=2\" rel=\"external noreferrer\""));
        assertTrue(page.says("登録手数料 &lt;b&gt;") && page.says("12,300円") && page.says("1234567890123456"));
        assertTrue(page.says("移動先のサイト： pay.example"));
        for (PaymentId over : List.of(paid, cancelled, lapsed)) {
            assertFalse(hanako.open(town, "/people/inbox/payments/" + over).says("https://pay.example"));
        }
        assertTrue(hanako.open(town, "/people/inbox/payments/" + paid).says("2026年4月5日"));
        Browser.Page all = hanako.open(town, "/people/inbox/payments");
        assertTrue(all.says("納付済み") && all.says("納付期限切れ") && all.says("取消") && all.says("納付待ち"));
        assertTrue(hanako.open(town, path(notice)).says(waiting.toString()));
    }

    @Test
    void messagesOfAgenciesAreShownMarkedAndSeen() {
        Announcement what = new Announcement(
                "お知らせ", "A message", "一行目\n<b>二行目</b>", "First", "https://agency.example/1", Optional.empty());
        AnnouncementId id = filler.announce(OWN, what, now());
        AnnouncementId others = filler.announce(new PersonInbox(PORTAL, new InboxId("z9")), what, now());
        AnnouncementId elsewhere = filler.announce(new PersonInbox(COMPANY, PERSON), what, now());
        tie(hanako, PORTAL, Optional.of(PERSON));

        Browser.Page list = hanako.open(town, "/people/inbox/messages");
        assertTrue(list.says(id.toString()));
        assertFalse(list.says(others.toString()) || list.says(elsewhere.toString()));
        await().until(() -> stores.announcements()
                .entry(OWN, id, now())
                .orElseThrow()
                .seen()
                .isPresent());
        Browser.Page page = hanako.open(town, "/people/inbox/messages/" + id);
        assertTrue(page.says("<p>一行目</p><p>&lt;b&gt;二行目&lt;/b&gt;</p>"));
        assertTrue(hanako.submit(page, "/read").says("未読に戻す"));
        assertFalse(hanako.open(town, "/people/inbox/messages?unread=1").says(id.toString()));
        for (AnnouncementId other : List.of(others, elsewhere)) {
            assertEquals(
                    404, hanako.open(town, "/people/inbox/messages/" + other).status());
        }
        stores.announcements().withdraw(InboxFiller.ISSUER, id, now());
        Browser.Page gone = hanako.open(town, "/people/inbox/messages/" + id);
        assertTrue(gone.says("取り下げられました") && !gone.says("二行目"));
    }

    @Test
    void aRepresentativeReadsWhereNoticesWereDelegatedAndThePrincipalsRecordSaysSo() {
        NoticeId id = filler.notice(filler.filing(COMPANY, now()), "1", "通知", DOCUMENT, FINAL, now());
        tie(hanako, COMPANY, Optional.empty());
        Delegation without = delegate(Service.ACCESS_RECORDS);
        assertEquals(403, taro.open(town, "/people/inbox?for=" + without.id()).status());
        assertFalse(
                taro.open(town, "/people/access-records?for=" + without.id()).says("/people/inbox?"));
        Delegation notices = delegate(Service.NOTICES);

        Browser.Page list = taro.open(town, "/people/inbox?for=" + notices.id());
        assertTrue(list.says("通知") && list.says("代理人として操作中です"));
        Browser.Page page = taro.open(town, path(id) + "?for=" + notices.id());
        taro.submit(page, "/document");
        assertEquals(
                403, taro.open(town, "/people/inbox/ties?for=" + notices.id()).status());
        assertEquals(
                403, taro.open(town, "/people/certificates?for=" + notices.id()).status());

        List<AccountJournal.Row> rows = stores
                .evidence()
                .timeLine(town.account(Town.HANAKO).id())
                .stream()
                .filter(row -> row.event().equals("INBOX_READ"))
                .toList();
        assertEquals(3, rows.size());
        String fetched = rows.get(2).detail().orElseThrow();
        assertTrue(fetched.contains("\"what\":\"DOCUMENT\"") && fetched.contains(id.toString()), fetched);
        assertTrue(fetched.contains(town.account(Town.TARO).id().toString()), fetched);
        await().until(() -> kept(id).fetched().isPresent());
        town.delegations.end(town.account(Town.HANAKO).id(), notices.id());
        assertEquals(403, taro.open(town, path(id) + "?for=" + notices.id()).status());
    }

    private Delegation delegate(Service service) {
        LocalDate today = Moments.dayOf(now());
        Grant grant = new Grant(Set.of(service), Set.of(), today, today);
        return ((Registered.Holds)
                        town.delegations.register(town.account(Town.HANAKO).id(), Town.proof(Town.TARO), grant))
                .delegation();
    }

    @Test
    void aWrongCodeTiesNothingAndAnInboxIsGivenUp() {
        NoticeId id = notice(filler.filing(COMPANY, now()), "通知");
        Browser.Page form = hanako.open(town, "/people/inbox/ties");
        Browser.Page wrong = hanako.submit(form, "/ties", "code", "AAAA BBBB CCCC");
        assertEquals(404, wrong.status());
        assertTrue(wrong.says("PAGES-064"));
        tie(hanako, COMPANY, Optional.empty());
        Browser.Page ties = hanako.open(town, "/people/inbox/ties");
        String token = FormToken.of(taro.cookies.get(Sessions.COOKIE));
        UUID tie = stores.inboxes().of(town.account(Town.HANAKO).id()).get(0).id();
        assertEquals(
                404,
                taro.post(
                                town.settings.people().resolve("/people/inbox/ties/" + tie + "/untie"),
                                "token=" + token,
                                "same-origin")
                        .status());
        assertEquals(200, hanako.open(town, path(id)).status());

        assertTrue(hanako.submit(ties, "/untie").says("登録を解除しました"));

        assertEquals(404, hanako.open(town, path(id)).status());
    }

    @Test
    void thePagesAreInEnglishToo() {
        notice(filler.filing(COMPANY, now()), "通知");
        tie(hanako, COMPANY, Optional.empty());
        Browser english = signedIn(Town.HANAKO, "en");
        assertTrue(english.open(town, "/people/inbox").says("Last day for an objection"));
        assertTrue(english.open(town, "/people/inbox/ties").says("Whole inbox of acme"));
    }
}
