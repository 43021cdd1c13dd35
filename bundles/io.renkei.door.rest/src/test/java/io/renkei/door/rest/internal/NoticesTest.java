package io.renkei.door.rest.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.renkei.api.model.PartnerId;
import io.renkei.api.spi.TokenVault.Fresh;
import io.renkei.ports.doors.FakeIntake;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeHold;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeView;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest extends DoorTest {

    private static final PartnerId ACME = new PartnerId("acme");
    private static final String DOCUMENT = "<DOC><BODY ID=\"DOCBODY\">確認通知書 山田花子</BODY></DOC>";
    private static final String TOKENS = "{\"access_token\":\"at-1\",\"expires_in\":3600,\"refresh_token\":\"rt-1\"}";

    @Test
    void listingCountsAsSeenAndFetchingAsFetched() {
        NoticeView notice = door.kernel.notices.add(ACME, DOCUMENT);

        JsonNode list = json(door.get("acme", "/v1/notices"));
        assertEquals("雇用保険被保険者資格取得等確認通知書", list.at("/notices/0/title").asText());
        await().until(() -> door.kernel.notices.seen.equals(List.of(notice.id())));

        json(door.get("acme", "/v1/notices/" + notice.id()));
        assertTrue(door.kernel.notices.fetched.isEmpty());

        HttpResponse<byte[]> document =
                door.get("acme", list.at("/notices/0/document").asText());
        assertEquals(DOCUMENT, text(document));
        assertEquals("application/xml", header(document, "Content-Type"));
        await().until(() -> door.kernel.notices.fetched.equals(List.of(notice.id())));
    }

    @Test
    void aNoticeSaysHowItFaresOnEachChannelWhereItIsShownAlone() {
        NoticeView notice = door.kernel.notices.add(ACME, "<decision/>");
        door.kernel.notices.channels.add(
                new Delivery("my-post", Delivery.State.FAILED, FakeIntake.NOW, "DELIVERY-005 422"));

        JsonNode deliveries =
                json(door.get("acme", "/v1/notices/" + notice.id())).path("deliveries");
        assertEquals(2, deliveries.size());
        assertEquals("portal", deliveries.at("/0/channel").asText());
        assertFalse(deliveries.at("/0").has("code"));
        assertEquals("failed", deliveries.at("/1/state").asText());
        assertEquals("DELIVERY-005 422", deliveries.at("/1/code").asText());
        assertFalse(json(door.get("acme", "/v1/notices")).at("/notices/0").has("deliveries"));
    }

    @Test
    void anotherPartnersNoticeAnswersLikeAnUnknownOne() {
        NoticeView notice = door.kernel.notices.add(ACME, DOCUMENT);
        String unknown = text(door.get("beta", "/v1/notices/0f8fad5b-d9cb-469f-a165-70867728950e"));

        assertEquals(unknown, text(door.get("beta", "/v1/notices/" + notice.id())));
        assertEquals(unknown, text(door.get("beta", "/v1/notices/" + notice.id() + "/document")));
        assertEquals(unknown, text(door.get("beta", "/v1/notices/1-1-1-1-1")));
        assertEquals(0, json(door.get("beta", "/v1/notices")).path("notices").size());
        assertTrue(door.kernel.notices.seen.isEmpty());
        assertTrue(door.kernel.notices.fetched.isEmpty());
    }

    @Test
    void theInboxIsReadPageByPage() {
        NoticeView older = door.kernel.notices.add(ACME, DOCUMENT);
        door.kernel.notices.add(ACME, DOCUMENT);
        JsonNode first = json(door.get("acme", "/v1/notices?limit=1"));
        JsonNode second =
                json(door.get("acme", "/v1/notices?cursor=" + first.path("next").asText()));

        assertEquals(older.id().toString(), second.at("/notices/0/id").asText());
        assertFalse(second.has("next"));
        assertEquals(
                "REST-022",
                code(door.get("beta", "/v1/notices?cursor=" + first.path("next").asText())));
    }

    @Test
    void theInboxIsFilteredByWhatTheContractNames() {
        NoticeView marked = door.kernel.notices.add(ACME, DOCUMENT);
        NoticeView plain = door.kernel.notices.add(ACME, DOCUMENT);
        NoticeId later = new NoticeId(UUID.randomUUID());
        NoticeFacts facts = marked.facts().with(NoticeFact.SUPERSEDED, FakeIntake.NOW);
        door.kernel.notices.replace(
                marked,
                new NoticeFacts(
                        facts.times(),
                        Optional.of(LocalDate.of(2026, 8, 31)),
                        Optional.empty(),
                        Optional.of(FakeIntake.NOW.plusSeconds(60)),
                        Optional.of(later),
                        Optional.of(plain.id()),
                        3),
                true);

        JsonNode superseded = json(door.get("acme", "/v1/notices?state=superseded&destination=hello-work&limit=5"));
        assertEquals(1, superseded.path("notices").size());
        JsonNode notice = superseded.at("/notices/0");
        assertEquals(later.toString(), notice.path("followed_by").asText());
        assertEquals(plain.id().toString(), notice.path("other_decision").asText());
        assertEquals("2026-08-31", notice.path("issued").asText());
        assertTrue(notice.path("read").asBoolean());

        JsonNode unread = json(door.get("acme", "/v1/notices?unread=true&from=2000-01-01&to=2100-01-01"));
        assertEquals(plain.id().toString(), unread.at("/notices/0/id").asText());
        assertEquals(
                0,
                json(door.get("acme", "/v1/notices?destination=e-tax"))
                        .path("notices")
                        .size());
        for (String wrong : List.of(
                "state=seen",
                "unread=yes",
                "from=2026-02-30",
                "filing=1",
                "unread=true&unread=true",
                "text=%E5%B1%B1",
                "destination=" + "a".repeat(600))) {
            assertEquals("REST-021", code(door.get("acme", "/v1/notices?" + wrong)), wrong);
        }
    }

    @Test
    void titlesAreSearchedByATextInTheBodyAndTheAnswerSaysWhereItStopped() {
        NoticeView found = door.kernel.notices.add(ACME, DOCUMENT);
        door.kernel.notices.add(new PartnerId("beta"), DOCUMENT);

        JsonNode answer = json(search("{\"text\":\"雇用保険\"}", ""));
        assertEquals(found.id().toString(), answer.at("/notices/0/id").asText());
        assertEquals(1, answer.path("notices").size());
        assertFalse(answer.path("stopped").asBoolean());
        assertEquals(
                0,
                json(search("{\"text\":\"年金\"}", "?unread=true"))
                        .path("notices")
                        .size());
        await().until(() -> door.kernel.notices.seen.equals(List.of(found.id())));

        assertEquals("REST-041", code(search("{\"text\":\" \"}", "")));
        assertEquals("REST-041", code(search("{\"text\":\"" + "あ".repeat(101) + "\"}", "")));
        assertEquals("REST-019", code(search("{\"text\":1}", "")));
    }

    private HttpResponse<byte[]> search(String body, String query) {
        return door.post("acme", "/v1/notices/search" + query, body, "Content-Type", "application/json");
    }

    @Test
    void thePersonMarksANoticeAsReadAndTakesTheMarkAway() {
        NoticeView notice = door.kernel.notices.add(ACME, DOCUMENT);
        String path = "/v1/notices/" + notice.id() + "/read";

        assertEquals(204, send("acme", "PUT", path).statusCode());
        assertTrue(json(door.get("acme", "/v1/notices/" + notice.id()))
                .path("read")
                .asBoolean());
        assertEquals(204, send("acme", "DELETE", path).statusCode());
        assertFalse(json(door.get("acme", "/v1/notices/" + notice.id()))
                .path("read")
                .asBoolean());
        assertEquals(404, send("beta", "PUT", path).statusCode());
        assertTrue(door.kernel.notices.seen.isEmpty());
    }

    private HttpResponse<byte[]> send(String who, String method, String path) {
        return door.send(who, method, path, BodyPublishers.noBody());
    }

    @Test
    void aDocumentIsHandedOutUntilItsEndAndStaysInTheInbox() {
        NoticeView notice = door.kernel.notices.add(ACME, DOCUMENT);
        NoticeFacts facts = notice.facts().with(NoticeFact.FETCHED, FakeIntake.NOW);
        door.kernel.notices.replace(
                notice,
                new NoticeFacts(
                        facts.times(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(FakeIntake.NOW),
                        Optional.empty(),
                        Optional.empty(),
                        0),
                false);

        HttpResponse<byte[]> document = door.get("acme", "/v1/notices/" + notice.id() + "/document");
        assertEquals(410, document.statusCode());
        assertEquals("REST-040", code(document));
        JsonNode shown = json(door.get("acme", "/v1/notices/" + notice.id()));
        assertEquals("2026-12-01", shown.at("/objection/last_day").asText());
        assertTrue(shown.at("/objection/text_ja").asText().contains("2026年12月1日"));
        assertTrue(door.kernel.notices.fetched.isEmpty());
    }

    @Test
    void afterItsEndTheEvidenceProvesByTheDigestAndTheDocumentIsHandedOutWhileItIsHeld() throws Exception {
        NoticeView notice = door.kernel.notices.add(ACME, DOCUMENT);
        String path = "/v1/notices/" + notice.id();
        over(notice, false);
        HttpResponse<byte[]> evidence = door.get("acme", path + "/evidence");
        assertEquals(200, evidence.statusCode());
        MappingIterator<JsonNode> parts =
                Contract.JSON.readerFor(JsonNode.class).readValues(text(evidence));
        JsonNode facts = parts.nextValue();
        assertEquals("", facts.path("document").asText());
        assertTrue(facts.path("document_absent").asText().startsWith("its time is over"));
        assertEquals(notice.content().digest().hex(), facts.path("sha256").asText());
        assertTrue(parts.nextValue().path("rows").size() > 0);

        door.kernel.retention.hold(new NoticeHold(notice.id(), "訴訟", "operator", FakeIntake.NOW));
        assertEquals(DOCUMENT, text(door.get("acme", path + "/document")));
        await().until(() -> door.kernel.notices.fetched.equals(List.of(notice.id())));
        over(notice, true);
        assertEquals(410, door.get("acme", path + "/document").statusCode());
        assertEquals(
                FakeIntake.NOW.toString(),
                json(door.get("acme", path)).path("erased").asText());
    }

    private void over(NoticeView notice, boolean erased) {
        NoticeFacts facts = erased ? notice.facts().with(NoticeFact.ERASED, FakeIntake.NOW) : notice.facts();
        door.kernel.notices.replace(
                notice,
                new NoticeFacts(
                        facts.times(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(FakeIntake.NOW),
                        Optional.empty(),
                        Optional.empty(),
                        0),
                false);
    }

    @Test
    void theEvidenceHoldsTheDocumentWhatHappenedAndTheChainAndCountsAsFetched() throws Exception {
        NoticeView notice = door.kernel.notices.add(ACME, DOCUMENT);
        String path = "/v1/notices/" + notice.id() + "/evidence";
        HttpResponse<byte[]> answer = door.get("acme", path);

        assertEquals(200, answer.statusCode());
        String text = text(answer);
        assertTrue(text.startsWith(DOCUMENT), text);
        MappingIterator<JsonNode> parts =
                Contract.JSON.readerFor(JsonNode.class).readValues(text.substring(DOCUMENT.length()));
        JsonNode facts = parts.nextValue();
        assertEquals("document.xml", facts.path("document").asText());
        assertEquals(FakeIntake.NOW.toString(), facts.at("/facts/received").asText());
        assertEquals("delivered", facts.at("/deliveries/0/state").asText());
        assertTrue(facts.path("timestamp").asText().startsWith("none"));
        JsonNode journal = parts.nextValue();
        assertEquals("NOTICE_AVAILABLE", journal.at("/rows/0/event").asText());
        assertEquals(64, journal.at("/rows/0/digest").asText().length());
        await().until(() -> door.kernel.notices.fetched.equals(List.of(notice.id())));
        assertEquals(404, door.get("beta", path).statusCode());
    }

    @Test
    void aMessageWithoutASealSaysSoWhereverItIsShown() throws Exception {
        NoticeView message = door.kernel.notices.addMessage(ACME, DOCUMENT);
        NoticeView sealed = door.kernel.notices.add(ACME, DOCUMENT);
        JsonNode list = json(door.get("acme", "/v1/notices")).path("notices");
        assertEquals(List.of("true", "false"), list.findValuesAsText("sealed"));
        String path = "/v1/notices/" + message.id();
        JsonNode shown = json(door.get("acme", path));
        assertEquals("box.example.jp:443", shown.at("/origin/server").asText());
        assertEquals(64, shown.at("/origin/certificate_sha256").asText().length());
        assertTrue(shown.path("filing").isMissingNode());
        assertTrue(json(door.get("acme", "/v1/notices/" + sealed.id()))
                .path("origin")
                .isMissingNode());
        HttpResponse<byte[]> document = door.get("acme", path + "/document");
        assertTrue(header(document, "Content-Disposition").contains("message-"));

        String evidence = text(door.get("acme", path + "/evidence"));
        MappingIterator<JsonNode> parts =
                Contract.JSON.readerFor(JsonNode.class).readValues(evidence.substring(DOCUMENT.length()));
        JsonNode facts = parts.nextValue();
        assertEquals("message.xml", facts.path("document").asText());
        assertEquals("UNSEALED", facts.path("verdict").asText());
        assertTrue(facts.path("seal").asText().startsWith("none"));
        assertEquals("box.example.jp:443", facts.at("/origin/server").asText());
        assertEquals(FakeIntake.NOW.toString(), facts.at("/facts/authenticated").asText());
        assertFalse(parts.hasNextValue(), "it concerns no filing, so that there is no time line");
    }

    @Test
    void aDeliveryServiceSaysOnceWhatWasOpenedOfWhatItDelivered() throws Exception {
        NoticeView notice = door.kernel.notices.add(ACME, DOCUMENT);
        String path = "/v1/deliveries/" + notice.id() + "/opened";
        Instant opened = FakeIntake.NOW.minusSeconds(60);
        String body = "{\"opened\":\"" + opened + "\"}";
        assertEquals("REST-071", code(put("my-post", path, body)), "delivered by nobody yet");
        door.kernel.deliveries.delivered.put(notice.id(), "other-post");
        assertEquals("REST-071", code(put("my-post", path, body)), "delivered by another");
        door.kernel.deliveries.delivered.put(notice.id(), "my-post");
        assertEquals(204, put("my-post", path, body).statusCode());
        assertEquals(
                204,
                put("my-post", path, "{\"opened\":\"" + FakeIntake.NOW + "\"}").statusCode());
        assertEquals(Map.of(notice.id(), opened), door.kernel.deliveries.opened);
        assertEquals("REST-070", code(put("my-post", path, "{\"opened\":\"2999-01-01T00:00:00Z\"}")));
        assertEquals("REST-070", code(put("my-post", path, "{\"opened\":\"yesterday\"}")));
        for (String other : List.of("acme", "ministry", "operator")) {
            assertEquals(403, put(other, path, body).statusCode(), other);
        }
    }

    private HttpResponse<byte[]> put(String who, String path, String body) {
        return door.send(who, "PUT", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    @Test
    void anIssuerSeesItsOwnDocumentsThatNobodyFetchedAndLaterWhatCameBehind() throws Exception {
        NoticeView first = door.kernel.notices.addExpired(ACME, DOCUMENT);
        door.kernel.notices.add(ACME, DOCUMENT);
        NoticeView second = door.kernel.notices.addExpired(ACME, DOCUMENT);
        String path = "/v1/ministry/hello-work/notices/expired";
        JsonNode page = json(door.get("ministry", path + "?limit=1"));
        assertEquals(first.id().toString(), page.at("/notices/0/id").asText());
        assertTrue(page.at("/notices/0/title").isMissingNode(), "nothing of a person");
        String next = path + "?cursor=" + page.path("next").asText();
        JsonNode rest = json(door.get("ministry", next));
        assertEquals(List.of(second.id().toString()), rest.path("notices").findValuesAsText("id"));
        JsonNode nothing =
                json(door.get("ministry", path + "?cursor=" + rest.path("next").asText()));
        assertEquals(0, nothing.path("notices").size());
        assertEquals(
                403, door.get("ministry", "/v1/ministry/e-tax/notices/expired").statusCode());
        assertEquals(403, door.get("acme", path).statusCode());
    }

    @Test
    void aLostDocumentIsToldWithoutItsPlaceAndDoesNotCountAsFetched() {
        NoticeView notice = door.kernel.notices.add(ACME, DOCUMENT);
        door.kernel.notices.lose(notice);
        HttpResponse<byte[]> answer = door.get("acme", "/v1/notices/" + notice.id() + "/document");

        assertEquals("REST-027", code(answer));
        assertFalse(text(answer).contains("/var/lib"));
        assertTrue(door.kernel.notices.fetched.isEmpty());
    }

    @Test
    void whileTheDatabaseIsAwayADocumentIsNeitherLostNorBroken() {
        NoticeView notice = door.kernel.notices.add(ACME, DOCUMENT);
        door.kernel.notices.databaseGone = true;
        HttpResponse<byte[]> fetched = door.get("acme", "/v1/notices/" + notice.id() + "/document");
        HttpResponse<byte[]> delivered =
                door.post("ministry", "/v1/ministry/hello-work/notices", DOCUMENT, "Content-Type", XML);

        for (HttpResponse<byte[]> answer : List.of(fetched, delivered)) {
            assertEquals(503, answer.statusCode());
            assertEquals("REST-014", code(answer));
            assertEquals("5", header(answer, "Retry-After"));
        }
    }

    @Test
    void aMinistryDeliversForItsOwnDestinationOnly() {
        String path = "/v1/ministry/hello-work/notices";
        HttpResponse<byte[]> first =
                door.post("ministry", path, DOCUMENT, "Content-Type", XML, "Issuer-Reference", "KOUBUN-9");
        HttpResponse<byte[]> second = door.post("ministry", path, DOCUMENT, "Content-Type", XML);

        assertEquals(202, first.statusCode());
        assertFalse(json(first).path("repeated").asBoolean());
        assertTrue(json(second).path("repeated").asBoolean());
        assertEquals(json(first).path("id"), json(second).path("id"));
        assertEquals("hello-work rest KOUBUN-9 " + DOCUMENT, door.kernel.notices.taken.get(0));

        HttpResponse<byte[]> foreign =
                door.post("ministry", "/v1/ministry/e-tax/notices", DOCUMENT, "Content-Type", XML);
        assertEquals("REST-024", code(foreign));
        assertEquals(2, door.kernel.notices.taken.size());
        assertEquals(
                404,
                door.post("ministry", "/v1/ministry/E-TAX/notices", DOCUMENT, "Content-Type", XML)
                        .statusCode());
        assertEquals(
                413, door.post("ministry", path, "大きすぎ", "Content-Type", XML).statusCode());
        assertEquals(
                415,
                door.post("ministry", path, DOCUMENT, "Content-Type", "text/html")
                        .statusCode());
        assertEquals(
                "REST-026",
                code(door.post("ministry", path, DOCUMENT, "Content-Type", XML, "Issuer-Reference", "a b")));
    }

    @Test
    void aMinistrySaysWhichFilingADocumentIsForThatCannotSayItself() {
        String path = "/v1/ministry/hello-work/notices";
        String filing = "202611240000000013-01";
        String type = "application/pdf";
        assertEquals(
                202,
                door.post("ministry", path, "%PDF-1", "Content-Type", type, "Filing", filing, "Receipt-Number", "R-1")
                        .statusCode());
        assertEquals(
                202, door.post("ministry", path, "%PDF-2", "Content-Type", type).statusCode());
        assertEquals(List.of(DeliveryNote.of(filing, "R-1"), DeliveryNote.NONE), door.kernel.notices.notes);
        assertEquals("REST-042", code(door.post("ministry", path, "%PDF-3", "Content-Type", type, "Filing", "1")));
        assertEquals(
                "REST-042", code(door.post("ministry", path, "%PDF-3", "Content-Type", type, "Receipt-Number", "a b")));
        assertEquals(2, door.kernel.notices.notes.size());
    }

    @Test
    void aDocumentIsHandedOutByItsKind() {
        for (String[] each : new String[][] {
            {"%PDF-1.7", "application/pdf", "pdf"}, {"PK\u0003\u0004", "application/zip", "zip"}, {"<a/>", XML, "xml"}
        }) {
            NoticeView view = door.kernel.notices.add(new PartnerId("acme"), each[0]);
            HttpResponse<byte[]> answer = door.get("acme", "/v1/notices/" + view.id() + "/document");
            assertEquals(each[1], header(answer, "Content-Type"));
            assertTrue(header(answer, "Content-Disposition").endsWith("." + each[2] + "\""));
        }
    }

    @Test
    void theTokensOfAConsentAreKeptForThePartnerAndTheDestination() {
        HttpResponse<byte[]> answer = put("hello-work", TOKENS);

        assertEquals(204, answer.statusCode());
        assertEquals(
                new Fresh("at-1", FakeIntake.NOW.plusSeconds(3600), "rt-1"),
                door.kernel.vault.kept.get("acme hello-work"));
        assertEquals("REST-007", code(put("nowhere", TOKENS)));
        assertEquals(1, door.kernel.vault.kept.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"a\",\"refresh_token\":\"b\"}",
                "{\"access_token\":\"a\",\"expires_in\":\"60\",\"refresh_token\":\"b\"}",
                "{\"access_token\":\"a\",\"expires_in\":60.5,\"refresh_token\":\"b\"}",
                "{\"access_token\":1,\"expires_in\":60,\"refresh_token\":\"b\"}",
                "{\"access_token\":\"a\",\"expires_in\":60,\"refresh_token\":\"b\",\"scope\":\"x\"}",
                "{\"access_token\":\"a\",\"expires_in\":0,\"refresh_token\":\"b\"}",
                "{\"access_token\":\"あ\",\"expires_in\":60,\"refresh_token\":\"b\"}",
                "{\"access_token\":\"a\",\"expires_in\":99999999999999999999999,\"refresh_token\":\"b\"}"
            })
    void otherTokensAreRefused(String body) {
        assertEquals(400, put("hello-work", body).statusCode());
        assertTrue(door.kernel.vault.kept.isEmpty());
    }

    private HttpResponse<byte[]> put(String destination, String body) {
        return door.send(
                "acme",
                "PUT",
                "/v1/delegations/" + destination,
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json");
    }
}
