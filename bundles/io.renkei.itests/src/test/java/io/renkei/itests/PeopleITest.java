package io.renkei.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.Tls;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** The owner of a company's inbox reads it on the pages, on the distribution: the same facts, the same bytes, the same evidence. */
public class PeopleITest {

    private static final Duration LONGEST = Duration.ofSeconds(120);

    private static Instance instance;
    private static Partner partner;

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private HttpClient http;

    @Rule
    public final LogOnFailure log = new LogOnFailure(() -> instance);

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        partner = Partner.ready(instance);
    }

    @Test
    public void whatWasDecidedIsReadFetchedAndProvedByTheOwnerOfTheInboxAlone() throws Exception {
        http = HttpClient.newBuilder()
                .sslContext(Tls.context(
                        instance.pki().resolve("ca.pem"), instance.pki().resolve("person-hanako.pem")))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        String application = partner.submit();
        partner.awaitClosed(application, LONGEST);
        JsonNode notice = notice(application);
        String path = "/people/inbox/notices/" + notice.path("id").asText();
        open(instance.certificatesUrl() + "/people/sign-in/certificate");
        assertEquals(404, open(path).statusCode());

        String code = partner.gateway()
                .post("/v1/notices/readers", new byte[0])
                .expect(201)
                .json()
                .path("code")
                .asText();
        HttpResponse<byte[]> ties = open("/people/inbox/ties");
        assertEquals(200, submit(ties, "/people/inbox/ties", "code", code).statusCode());

        HttpResponse<byte[]> page = open(path);
        assertTrue(text(page), text(page).contains(notice.path("title").asText()));
        assertTrue(text(open("/people/inbox")).contains(path));
        byte[] document = submit(page, path + "/document").body();
        JsonNode after = Await.until(
                LONGEST, () -> shown(notice), seen -> seen.hasNonNull("fetched") && seen.hasNonNull("seen"));
        assertFalse(after.path("read").asBoolean());
        assertArrayEquals(
                partner.gateway()
                        .get(notice.path("document").asText())
                        .expect(200)
                        .raw()
                        .body(),
                document);
        checkEvidence(submit(page, path + "/evidence").body(), document);
        submit(page, path + "/read");
        assertTrue(shown(notice).path("read").asBoolean());
        assertFalse("no code is logged", instance.hasLogged(code));
        assertFalse(
                "no title is logged", instance.hasLogged(notice.path("title").asText()));
    }

    private JsonNode notice(String application) throws Exception {
        return Await.until(
                LONGEST,
                () -> partner.gateway()
                        .get("/v1/notices?application=" + application)
                        .expect(200)
                        .json()
                        .path("notices")
                        .path(0),
                each -> each.hasNonNull("id"));
    }

    private JsonNode shown(JsonNode notice) throws Exception {
        return partner.gateway()
                .get("/v1/notices/" + notice.path("id").asText())
                .expect(200)
                .json();
    }

    /** The container that a partner gets: the very document, the facts, and the time line. */
    private static void checkEvidence(byte[] container, byte[] document) throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertTrue(entries.keySet().toString(), entries.keySet().containsAll(Set.of("notice.json", "journal.json")));
        assertTrue(entries.values().stream().anyMatch(bytes -> Arrays.equals(bytes, document)));
    }

    private HttpResponse<byte[]> open(String address) throws Exception {
        URI at = URI.create(instance.peopleUrl()).resolve(address);
        return follow(HttpRequest.newBuilder(at).GET(), at);
    }

    private HttpResponse<byte[]> submit(HttpResponse<byte[]> page, String action, String... fields) throws Exception {
        Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]*)\"").matcher(text(page));
        assertTrue(text(page), token.find());
        StringBuilder body = new StringBuilder("for=&token=" + encoded(token.group(1)));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        URI at = URI.create(instance.peopleUrl()).resolve(action);
        return follow(
                HttpRequest.newBuilder(at)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", instance.peopleUrl())
                        .POST(BodyPublishers.ofString(body.toString())),
                at);
    }

    private HttpResponse<byte[]> follow(HttpRequest.Builder request, URI at) throws Exception {
        HttpRequest.Builder next = request;
        URI now = at;
        for (int i = 0; i < 8; i++) {
            next.header("Accept-Language", "ja")
                    .header(
                            "Cookie",
                            cookies.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .collect(Collectors.joining("; ")));
            HttpResponse<byte[]> answer = http.send(next.build(), BodyHandlers.ofByteArray());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            if (answer.statusCode() != 303) {
                return answer;
            }
            now = now.resolve(answer.headers().firstValue("location").orElseThrow());
            next = HttpRequest.newBuilder(now).GET();
        }
        throw new AssertionError("too many redirects, the last to " + now.getPath());
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";")[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private static String text(HttpResponse<byte[]> page) {
        return new String(page.body(), StandardCharsets.UTF_8).replace("&#x3D;", "=");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
