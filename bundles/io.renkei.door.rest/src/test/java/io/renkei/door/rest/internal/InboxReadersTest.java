package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.inboxes.Inbox;
import io.renkei.ports.people.TypedCode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboxReadersTest extends DoorTest {

    private HttpResponse<byte[]> invite(String who, String path) {
        return door.send(who, "POST", path, BodyPublishers.noBody());
    }

    private HttpResponse<byte[]> place(String who, String inbox, String number) {
        return door.send(who, "PUT", "/v1/inboxes/" + inbox + "/applications/" + number, BodyPublishers.noBody());
    }

    @Test
    void aPartnerHasACodeDrawnForItsOwnInboxAndForNoOther() {
        HttpResponse<byte[]> answer = invite("acme", "/v1/notices/readers");

        assertEquals(201, answer.statusCode());
        JsonNode json = json(answer);
        Contract.validate(Contract.DOCUMENT.at("/components/schemas/ReaderCode"), json, "answer");
        assertEquals(
                Map.of(TypedCode.read(json.path("code").asText()), new Inbox(new PartnerId("acme"), Optional.empty())),
                door.kernel.inboxes.codes);
        assertEquals(403, invite("ministry", "/v1/notices/readers").statusCode());
        assertEquals(1, door.kernel.inboxes.codes.size());
    }

    @Test
    void thePortalAloneHasACodeDrawnForTheInboxOfAPerson() {
        HttpResponse<byte[]> answer = invite("portal", "/v1/inboxes/a1/readers");

        assertEquals(201, answer.statusCode());
        assertEquals(
                Optional.of(new InboxId("a1")),
                door.kernel
                        .inboxes
                        .codes
                        .get(TypedCode.read(json(answer).path("code").asText()))
                        .person());
        assertEquals(403, invite("acme", "/v1/inboxes/a1/readers").statusCode());
        String tooLong = "a".repeat(65);
        assertEquals("REST-053", code(invite("portal", "/v1/inboxes/" + tooLong + "/readers")));
    }

    @Test
    void anApplicationIsPlacedByThePortalThatSubmittedIt() {
        submit("acme", "N-1", PACKAGE);
        submit("city", "N-2", PACKAGE);
        String acmes = numberOf("acme");

        assertEquals("REST-005", code(place("city", "a1", acmes)));
        assertEquals(403, place("acme", "a1", acmes).statusCode());
        assertEquals("REST-005", code(place("city", "a1", "1")));
        assertEquals(Map.of(), door.kernel.inboxes.places);

        String own = numberOf("city");
        assertEquals(204, place("city", "a1", own).statusCode());
        assertEquals(Map.of(new ArrivalNumber(own), new InboxId("a1")), door.kernel.inboxes.places);
    }

    private String numberOf(String sender) {
        return door.kernel.applications.rows.stream()
                .filter(view -> view.sender().equals(new PartnerId(sender)))
                .findFirst()
                .orElseThrow()
                .number()
                .digits();
    }
}
