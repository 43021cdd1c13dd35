package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.access.Partners.Entry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest extends DoorTest {

    private static final List<String> CALLERS = List.of("acme", "portal", "ministry", "operator", "my-post", "nothing");

    /** Who may use which route, written once more and by hand. */
    private static final Map<String, List<String>> RIGHTS = Map.ofEntries(
            Map.entry("POST /v1/applications", List.of("acme")),
            Map.entry("GET /v1/applications", List.of("acme", "portal")),
            Map.entry("GET /v1/applications/{number}", List.of("acme", "portal")),
            Map.entry("GET /v1/applications/{number}/receipt", List.of("acme", "portal")),
            Map.entry("POST /v1/applications/{number}/filings/{sequence}/corrections", List.of("acme")),
            Map.entry("POST /v1/applications/{number}/filings/{sequence}/withdrawal", List.of("acme")),
            Map.entry("POST /v1/checks", List.of("acme")),
            Map.entry("GET /v1/notices", List.of("acme", "portal")),
            Map.entry("GET /v1/notices/{id}", List.of("acme", "portal")),
            Map.entry("GET /v1/notices/{id}/document", List.of("acme", "portal")),
            Map.entry("POST /v1/notices/search", List.of("acme", "portal")),
            Map.entry("GET /v1/notices/{id}/evidence", List.of("acme", "portal")),
            Map.entry("PUT /v1/notices/{id}/read", List.of("acme", "portal")),
            Map.entry("DELETE /v1/notices/{id}/read", List.of("acme", "portal")),
            Map.entry("GET /v1/payments", List.of("acme", "portal")),
            Map.entry("GET /v1/payments/{id}", List.of("acme", "portal")),
            Map.entry("POST /v1/submissions", List.of("acme")),
            Map.entry("GET /v1/submissions", List.of("acme", "portal")),
            Map.entry("GET /v1/submissions/{number}", List.of("acme", "portal")),
            Map.entry("GET /v1/submissions/{number}/receipt", List.of("acme", "portal")),
            Map.entry("GET /v1/submissions/{number}/accesses", List.of("acme", "portal")),
            Map.entry("DELETE /v1/submissions/{number}/permissions", List.of("acme")),
            Map.entry("DELETE /v1/submissions/{number}/permissions/{destination}", List.of("acme")),
            Map.entry("GET /v1/ministry/{destination}/submissions", List.of("ministry")),
            Map.entry("GET /v1/ministry/{destination}/submissions/{number}", List.of("ministry")),
            Map.entry("GET /v1/ministry/{destination}/submissions/{number}/objects/{object}", List.of("ministry")),
            Map.entry("PUT /v1/delegations/{destination}", List.of("acme")),
            Map.entry("POST /v1/ministry/{destination}/notices", List.of("ministry")),
            Map.entry("GET /v1/ministry/{destination}/notices/expired", List.of("ministry")),
            Map.entry("PUT /v1/deliveries/{id}/opened", List.of("my-post")),
            Map.entry("POST /v1/ministry/{destination}/announcements", List.of("ministry")),
            Map.entry("GET /v1/ministry/{destination}/announcements/{id}", List.of("ministry")),
            Map.entry("DELETE /v1/ministry/{destination}/announcements/{id}", List.of("ministry")),
            Map.entry("POST /v1/ministry/{destination}/payments", List.of("ministry")),
            Map.entry("GET /v1/ministry/{destination}/payments/{id}", List.of("ministry")),
            Map.entry("PUT /v1/ministry/{destination}/payments/{id}/paid", List.of("ministry")),
            Map.entry("PUT /v1/ministry/{destination}/payments/{id}/cancelled", List.of("ministry")),
            Map.entry("GET /v1/inboxes/{inbox}/announcements", List.of("portal")),
            Map.entry("GET /v1/inboxes/{inbox}/announcements/{id}", List.of("portal")),
            Map.entry("PUT /v1/inboxes/{inbox}/announcements/{id}/read", List.of("portal")),
            Map.entry("DELETE /v1/inboxes/{inbox}/announcements/{id}/read", List.of("portal")),
            Map.entry("POST /v1/notices/readers", List.of("acme")),
            Map.entry("POST /v1/inboxes/{inbox}/readers", List.of("portal")),
            Map.entry("PUT /v1/inboxes/{inbox}/applications/{number}", List.of("portal")),
            Map.entry("GET /v1/jwks", CALLERS),
            Map.entry("GET /v1/openapi.yaml", CALLERS),
            Map.entry("GET /v1/health", CALLERS));

    @Test
    void eachRoleReachesItsOwnRoutesAndNoOther() {
        List<Route> routes = Table.of(door.kernel, null).all();
        assertEquals(RIGHTS.size(), routes.size());
        for (Route route : routes) {
            String path = route.template()
                    .replace("{number}", "200001010000000004")
                    .replace("{sequence}", "1")
                    .replace("{id}", "0f8fad5b-d9cb-469f-a165-70867728950e")
                    .replace("{inbox}", "a1")
                    .replace("{object}", "1")
                    .replace("{destination}", "hello-work");
            for (String caller : CALLERS) {
                int status = door.send(caller, route.method(), path, BodyPublishers.noBody())
                        .statusCode();
                boolean may =
                        RIGHTS.get(route.method() + " " + route.template()).contains(caller);
                assertEquals(!may, status == 403, route.method() + " " + path + " by " + caller + ": " + status);
            }
        }
        // the answer reaches the client before the door has left its filter
        Awaitility.await("every place was given back").until(() -> door.kernel.partners.places.get() == 0);
    }

    @Test
    void withoutARegisteredCertificateNothingIsAnswered() {
        assertEquals("REST-001", code(door.post("nobody", "/v1/applications", PACKAGE, "Content-Type", XML)));
        assertEquals("REST-002", code(door.post("stranger", "/v1/applications", PACKAGE, "Content-Type", XML)));
        assertEquals("REST-002", code(door.get("stranger", "/v1/openapi.yaml")));
        assertEquals("REST-002", code(door.get("stranger", "/v1/no-such-path")));
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/applic%61tions",
                "/v1/x/%2e%2e/applications",
                "/v1/%2e%2e/v1/applications",
                "/v1/x/../applications",
                "/v1/./applications",
                "/v1/applications;role=SUBMITTER",
                "/v1;x/applications",
                "/v1/applications;",
                "/v1//applications",
                "//v1/applications",
                "/v1/applications/",
                "/v1/applications%2f",
                "/v1/applications%00",
                "/v1/Applications",
                "/v1/applications%3Fx",
                "/v1/jwks/../ministry/hello-work/notices",
                "/v1/notices%5c"
            })
    void aPathWrittenInAnotherWayLeadsNowhere(String path) {
        for (String caller : List.of("acme", "operator")) {
            HttpResponse<byte[]> answer =
                    door.raw(caller, "POST", path, BodyPublishers.ofString(PACKAGE), "Content-Type", XML);
            assertTrue(List.of(400, 404).contains(answer.statusCode()), path + " " + answer.statusCode());
        }
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    @Test
    void aPathInOtherCaseIsNoneOfTheDoor() {
        HttpResponse<byte[]> answer =
                door.raw("acme", "POST", "/V1/applications", BodyPublishers.ofString(PACKAGE), "Content-Type", XML);
        assertTrue(answer.statusCode() >= 400);
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "PATCH", "OPTIONS", "HEAD", "TRACE", "get", "PROPFIND"})
    void anotherMethodIsRefusedWithThoseThatAreKnown(String method) {
        HttpResponse<byte[]> answer = door.raw("acme", method, "/v1/applications", BodyPublishers.noBody());
        assertTrue(List.of(405, 501).contains(answer.statusCode()), method + " " + answer.statusCode());
        if (answer.statusCode() == 405) {
            assertEquals("GET, POST", header(answer, "Allow"));
        }
    }

    @Test
    void aPartnerPastItsBoundIsToldWhenToComeAgain() {
        door.kernel.partners.refusal = Optional.of(new Entry.Full(7, true));
        HttpResponse<byte[]> answer = submit("acme", "A-1", PACKAGE);
        assertEquals(429, answer.statusCode());
        assertEquals("7", header(answer, "Retry-After"));

        door.kernel.partners.refusal = Optional.of(new Entry.Full(3, false));
        HttpResponse<byte[]> full = submit("acme", "A-1", PACKAGE);
        assertEquals("REST-013", code(full));
        assertEquals("3", header(full, "Retry-After"));

        door.kernel.partners.refusal = Optional.of(new Entry.TooLarge(10));
        assertEquals(413, submit("acme", "A-1", PACKAGE).statusCode());
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    @Test
    void theAnnouncedLengthIsAskedForBeforeTheBodyIsRead() {
        submit("acme", "A-1", "1234567890");
        assertEquals(OptionalLong.of(10), door.kernel.partners.announced);
        door.get("acme", "/v1/applications");
        assertEquals(OptionalLong.of(0), door.kernel.partners.announced);
    }

    @Test
    void headersBeyondTheBoundAreRefused() {
        HttpResponse<byte[]> answer = door.get("acme", "/v1/jwks", "X-Long", "a".repeat(5000));
        assertEquals("REST-009", code(answer));
    }

    @Test
    void headersThatSteerRoutesNeverEnter() {
        HttpResponse<byte[]> answer = door.post(
                "acme",
                "/v1/applications",
                PACKAGE,
                "Content-Type",
                XML,
                "cAmElHttpUri",
                "http://169.254.169.254/",
                "OPERATIONNAME",
                "delete",
                "X-Forwarded-Client-Cert",
                "operator");
        assertEquals(201, answer.statusCode());
        assertEquals(
                403,
                door.post("operator", "/v1/applications", PACKAGE, "X-Role", "SUBMITTER")
                        .statusCode());
    }

    @Test
    void theDatabaseBeingAwayIsAStateAndNotAnError() {
        HttpResponse<byte[]> answer = submit("acme", "A-1", "停止");
        assertEquals("REST-014", code(answer));
        assertEquals("5", header(answer, "Retry-After"));
        assertFalse(text(answer).contains("postgresql"));

        assertEquals(
                "ok", json(door.get("operator", "/v1/health")).path("status").asText());
        door.kernel.applications.down = true;
        HttpResponse<byte[]> health = door.get("operator", "/v1/health");
        assertEquals(503, health.statusCode());
        assertEquals("degraded", json(health).path("status").asText());
    }

    @Test
    void aPausedIntakeSaysWhenToComeAgainAndStatusesAreStillTold() {
        assertEquals(201, submit("acme", "A-1", PACKAGE).statusCode());
        door.kernel.intake.paused = true;
        HttpResponse<byte[]> answer = submit("acme", "A-2", PACKAGE);
        assertEquals(503, answer.statusCode());
        assertEquals("REST-031", code(answer));
        assertEquals("90", header(answer, "Retry-After"));
        assertEquals(200, door.get("acme", "/v1/applications").statusCode());
    }

    @Test
    void aPartThatIsBeingReplacedIsNotMistakenForNothing() {
        door.kernel.intakeIsThere = false;
        HttpResponse<byte[]> answer = submit("acme", "A-1", PACKAGE);
        assertEquals("REST-015", code(answer));
        assertNotEquals("", header(answer, "Retry-After"));
        assertEquals(503, door.get("acme", "/v1/health").statusCode());
    }

    @Test
    void nothingOfAnExceptionIsTold() {
        HttpResponse<byte[]> answer = submit("acme", "A-1", "故障");
        assertEquals("REST-028", code(answer));
        assertFalse(text(answer).contains("山田"));
        assertFalse(text(answer).contains("secret"));
        assertFalse(text(answer).contains("Exception"));
    }

    @Test
    void acceptLanguageChoosesTheSentenceThatStandsFirst() {
        HttpResponse<byte[]> japanese =
                door.get("acme", "/v1/notices/x", "Accept-Language", "fr, ja-JP;q=0.9, en;q=0.1");
        HttpResponse<byte[]> english = door.get("acme", "/v1/notices/x", "Accept-Language", "en, ja;q=0.5");
        HttpResponse<byte[]> neither = door.get("acme", "/v1/notices/x", "Accept-Language", "-");

        assertEquals(json(japanese).path("detail_ja"), json(japanese).path("detail"));
        assertEquals("ja", header(japanese, "Content-Language"));
        assertEquals(json(english).path("detail_en"), json(english).path("detail"));
        assertEquals(json(neither).path("detail_en"), json(neither).path("detail"));
    }
}
