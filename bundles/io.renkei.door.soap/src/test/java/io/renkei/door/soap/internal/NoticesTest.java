package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.doors.FakeIntake;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeHold;
import io.renkei.ports.notices.NoticeView;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class NoticesTest extends DoorTest {

    private static final String DOCUMENT = "<DOC><BODY>確認通知書</BODY></DOC>";

    @Test
    void aMinistryDeliversForItsDestination() {
        Element first = good(call("ministry", NOTICES, envelope(delivery("hello-work", DOCUMENT))));
        Element second = good(call("ministry", NOTICES, envelope(delivery("hello-work", DOCUMENT))));
        assertEquals("false", value(first, "repeated"));
        assertEquals("true", value(second, "repeated"));
        assertEquals(value(first, "id"), value(second, "id"));
        assertEquals("hello-work soap K-1 " + DOCUMENT, door.kernel.notices.taken.get(0));
    }

    @Test
    void aDocumentMayComeAsAPart() {
        String envelope = envelope("<deliver xmlns='" + DELIVERY + "'><destination>hello-work</destination>"
                + "<noticeId>K-1</noticeId><document><x:Include xmlns:x='http://www.w3.org/2004/08/xop/include' "
                + "href='cid:package@renkei'/></document></deliver>");
        HttpResponse<byte[]> response = multipart("ministry", NOTICES, envelope, DOCUMENT);
        assertEquals(200, response.statusCode(), text(response));
        assertEquals(List.of("hello-work soap K-1 " + DOCUMENT), door.kernel.notices.taken);
    }

    @Test
    void aMinistrySaysWhichFilingADocumentIsForThatCannotSayItself() {
        String named = delivery("hello-work", "%PDF-1.7")
                .replace(
                        "<document>",
                        "<filing>202611240000000013-01</filing><receiptNumber>R-1</receiptNumber><document>");
        good(call("ministry", NOTICES, envelope(named)));
        assertEquals(List.of(DeliveryNote.of("202611240000000013-01", "R-1")), door.kernel.notices.notes);
        refused(500, "SOAP-042", call("ministry", NOTICES, envelope(named.replace("13-01", "19-01"))));
        refused(500, "SOAP-015", call("ministry", NOTICES, envelope(named.replace("13-01", "13-1"))));
    }

    @Test
    void nobodyDeliversForAnother() {
        refused(500, "SOAP-019", call("ministry", NOTICES, envelope(delivery("e-tax", DOCUMENT))));
        refused(403, "SOAP-003", call("acme", NOTICES, envelope(delivery("hello-work", DOCUMENT))));
        refused(403, "SOAP-003", call("portal", NOTICES, envelope(delivery("hello-work", DOCUMENT))));
        refused(413, "SOAP-008", call("ministry", NOTICES, envelope(delivery("hello-work", "大きすぎ"))));
        assertTrue(door.kernel.notices.taken.isEmpty());
    }

    @Test
    void anInboxIsItsAddressees() {
        NoticeView view = door.kernel.notices.add(new PartnerId("acme"), DOCUMENT);
        String ask = "<fetchDocument xmlns='" + NS + "'><id>" + view.id() + "</id></fetchDocument>";
        Element list = good(application("acme", "<listNotices xmlns='" + NS + "'/>"));
        assertEquals(view.id().toString(), value(list, "id"));
        Awaitility.await().until(() -> door.kernel.notices.seen.contains(view.id()));
        refused(500, "SOAP-017", application("beta", ask));
        assertTrue(door.kernel.notices.fetched.isEmpty());
        Element document = good(application("acme", ask));
        assertEquals(base64(DOCUMENT), value(document, "document").replaceAll("\\s", ""));
        assertEquals(64, value(document, "sha256").length());
        Awaitility.await().until(() -> door.kernel.notices.fetched.contains(view.id()));
        assertEquals(
                DOCUMENT.getBytes(java.nio.charset.StandardCharsets.UTF_8).length,
                Base64.getMimeDecoder().decode(value(document, "document")).length);
    }

    @Test
    void anInboxIsAskedForWhatTheContractNamesAndShowsEachFact() {
        NoticeView view = door.kernel.notices.add(new PartnerId("acme"), DOCUMENT);
        door.kernel.notices.over(view, FakeIntake.NOW);
        String wanted = "<destination>hello-work</destination><toDay>2100-01-01</toDay><state>withdrawn</state>";

        Element list = good(application("acme", "<listNotices xmlns='" + NS + "'>" + wanted + "</listNotices>"));
        assertEquals("true", value(list, "read"));
        assertEquals(view.id().toString(), value(list, "followedBy"));
        assertEquals("2027-09-01", value(list, "limit"));
        assertTrue(value(list, "english").contains("2027-09-01"));
        Element none = good(
                application("acme", "<listNotices xmlns='" + NS + "'><destination>e-tax</destination></listNotices>"));
        assertEquals(0, none.getElementsByTagNameNS("*", "notice").getLength());
        refused(
                500,
                "SOAP-040",
                application("acme", "<fetchDocument xmlns='" + NS + "'><id>" + view.id() + "</id></fetchDocument>"));
        refused(
                500,
                "SOAP-041",
                application("acme", "<listNotices xmlns='" + NS + "'><destination>-.-</destination></listNotices>"));
        assertTrue(door.kernel.notices.fetched.isEmpty());
    }

    @Test
    void whatIsOverIsHandedOutWhileItIsHeldAndNotOnceItWasErased() {
        NoticeView view = door.kernel.notices.add(new PartnerId("acme"), DOCUMENT);
        String ask = "<fetchDocument xmlns='" + NS + "'><id>" + view.id() + "</id></fetchDocument>";
        door.kernel.notices.over(view, FakeIntake.NOW);
        refused(500, "SOAP-040", application("acme", ask));
        door.kernel.retention.hold(new NoticeHold(view.id(), "訴訟", "operator", FakeIntake.NOW));
        assertEquals(
                base64(DOCUMENT),
                value(good(application("acme", ask)), "document").replaceAll("\\s", ""));
        door.kernel.notices.over(view, NoticeFact.ERASED, FakeIntake.NOW);
        refused(500, "SOAP-040", application("acme", ask));
        Element list = good(application("acme", "<listNotices xmlns='" + NS + "'/>"));
        assertEquals(FakeIntake.NOW, Instant.parse(value(list, "erased")));
    }

    @Test
    void anIssuerSeesWhatNobodyFetchedInItsTimeAndLaterWhatCameBehind() {
        NoticeView first = door.kernel.notices.add(new PartnerId("acme"), DOCUMENT);
        door.kernel.notices.over(first, NoticeFact.EXPIRED, FakeIntake.NOW);
        NoticeView second = door.kernel.notices.add(new PartnerId("acme"), DOCUMENT);
        door.kernel.notices.over(second, NoticeFact.EXPIRED, FakeIntake.NOW);

        Element page = good(call("ministry", NOTICES, envelope(expired("hello-work", "<limit>1</limit>"))));
        assertEquals(first.id().toString(), value(page, "id"));
        assertEquals(FakeIntake.NOW, Instant.parse(value(page, "expired")));
        assertEquals(0, page.getElementsByTagNameNS("*", "title").getLength(), "nothing of a person");
        String cursor = "<cursor>" + value(page, "next") + "</cursor>";
        Element rest = good(call("ministry", NOTICES, envelope(expired("hello-work", cursor))));
        assertEquals(second.id().toString(), value(rest, "id"));
        String end = "<cursor>" + value(rest, "next") + "</cursor>";
        Element nothing = good(call("ministry", NOTICES, envelope(expired("hello-work", end))));
        assertEquals(0, nothing.getElementsByTagNameNS("*", "notice").getLength());

        refused(500, "SOAP-019", call("ministry", NOTICES, envelope(expired("e-tax", ""))));
        refused(403, "SOAP-003", call("acme", NOTICES, envelope(expired("hello-work", ""))));
        refused(500, "SOAP-018", call("ministry", NOTICES, envelope(expired("hello-work", "<cursor>AA</cursor>"))));
    }

    private static String expired(String destination, String more) {
        return "<listExpired xmlns='" + DELIVERY + "'><destination>" + destination + "</destination>" + more
                + "</listExpired>";
    }

    @Test
    void aLostDocumentIsNotNotedAsFetched() {
        NoticeView view = door.kernel.notices.add(new PartnerId("acme"), DOCUMENT);
        door.kernel.notices.lose(view);
        refused(
                500,
                "SOAP-020",
                application("acme", "<fetchDocument xmlns='" + NS + "'><id>" + view.id() + "</id></fetchDocument>"));
        assertTrue(door.kernel.notices.fetched.isEmpty());
    }
}
