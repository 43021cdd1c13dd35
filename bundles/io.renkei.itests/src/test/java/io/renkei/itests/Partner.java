package io.renkei.itests;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.SenderNumber;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.GatewayClient.Answer;
import io.renkei.tools.client.Tls;
import io.renkei.tools.demo.Ministries;
import io.renkei.tools.sample.Applicants;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** The partner {@code acme}, who submits and follows, and who looks into the ledger of the simulated ministries. */
final class Partner {

    /** Where the sample goes. */
    static final Set<String> DESTINATIONS =
            Set.of("social-insurance-online", "health-insurance-society.06130012", "hello-work", "e-tax", "eltax");

    private static final Set<String> EVENTS = Set.of("io.renkei.filing.changed", "io.renkei.notice.available");

    private static final List<String> DELEGATED = List.of("social-insurance-online", "hello-work");

    private static final Duration UP = Duration.ofSeconds(120);

    private final GatewayClient gateway;
    private final GatewayClient control;
    private final Ministries ministries;
    private final Lanes lanes;
    private final Path pki;
    private final Applicants applicants;

    private Partner(GatewayClient gateway, GatewayClient control, Lanes lanes, Path pki)
            throws IOException, GeneralSecurityException {
        this.gateway = gateway;
        this.control = control;
        this.ministries = new Ministries(control);
        this.lanes = lanes;
        this.pki = pki;
        this.applicants = new Applicants(pki);
    }

    static Partner of(Instance instance) throws IOException, GeneralSecurityException {
        return new Partner(
                caller(instance, "partner-acme"),
                new GatewayClient(
                        URI.create(instance.sandboxUrl()),
                        Tls.context(
                                instance.pki().resolve("ca.pem"), instance.pki().resolve("partner-operator.pem"))),
                new Lanes(instance),
                instance.pki());
    }

    /** A partner that can submit now: the doors answer, and those destinations that ask for consent have it. */
    static Partner ready(Instance instance) throws Exception {
        Partner partner = of(instance);
        partner.awaitUp();
        partner.consent();
        return partner;
    }

    /** Somebody else at the gateway's doors. */
    static GatewayClient caller(Instance instance, String identity) throws IOException, GeneralSecurityException {
        return new GatewayClient(
                URI.create(instance.gatewayUrl()),
                Tls.context(instance.pki().resolve("ca.pem"), instance.pki().resolve(identity + ".pem")));
    }

    GatewayClient gateway() {
        return gateway;
    }

    Ministries ministries() {
        return ministries;
    }

    Lanes lanes() {
        return lanes;
    }

    /** Waits until the gateway answers with all its parts, after a start; each door opens by itself. */
    void awaitUp() throws Exception {
        for (String door : List.of("/v1/applications", "/soap/applications?wsdl", "/soap/notices?wsdl")) {
            Await.until(UP, () -> answer(door), status -> status == 200);
        }
    }

    private int answer(String door) throws InterruptedException {
        try {
            return gateway.get(door).status();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** Consents at the destinations that ask for it; the access token has just ended, so that it has to be renewed. */
    void consent() throws IOException, InterruptedException {
        for (String destination : DELEGATED) {
            gateway.put(
                            "/v1/delegations/" + destination,
                            ministries.delegate(account(destination)),
                            "Content-Type",
                            "application/json")
                    .expect(204);
            ministries.expire(account(destination));
        }
    }

    /** An order to the simulated ministries. */
    void order(String what, String json) throws IOException, InterruptedException {
        control.post("/control/" + what, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json")
                .expect(200);
    }

    /** An order about the next submission at a destination, given when no earlier one is left. */
    void orderForNext(String destination, String what, String json) throws Exception {
        lanes.awaitQuiet(Set.of(destination));
        order(what, json);
    }

    static String account(String destination) {
        return "acme-" + destination;
    }

    static SenderNumber newNumber() {
        return new SenderNumber("IT-" + UUID.randomUUID());
    }

    byte[] hire(SenderNumber number) throws GeneralSecurityException {
        return applicants.hire(number, LocalDate.now(ZoneId.of("Asia/Tokyo")));
    }

    /** Submits a new signed hire. */
    String submit() throws IOException, InterruptedException, GeneralSecurityException {
        SenderNumber number = newNumber();
        return post(hire(number), "Accept", "application/json")
                .expect(201)
                .json()
                .path("number")
                .asText();
    }

    /** A new signed hire, not yet sent. */
    Sent newHire() throws GeneralSecurityException {
        SenderNumber number = newNumber();
        return new Sent(number, "application/xml", hire(number), Optional.empty());
    }

    /** The same with an attachment that makes it a large one, as a ZIP. */
    Sent newHireWithPaper() throws IOException, GeneralSecurityException {
        SenderNumber number = newNumber();
        return new Sent(number, "application/zip", new HireWithPaper(pki).of(number), Optional.empty());
    }

    /** Sends, and does not mind when the gateway dies over it. */
    Sent tryToSend(Sent hire) throws InterruptedException {
        Optional<String> application;
        try {
            application =
                    Optional.of(send(hire).expect(201).json().path("number").asText());
        } catch (IOException died) {
            application = Optional.empty();
        }
        return new Sent(hire.number(), hire.type(), hire.content(), application);
    }

    Answer send(Sent hire) throws IOException, InterruptedException {
        return gateway.post(
                "/v1/applications",
                hire.content(),
                "Content-Type",
                hire.type(),
                "Accept",
                "application/json",
                "Idempotency-Key",
                hire.number().value());
    }

    Answer post(byte[] content, String... headers) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/xml"));
        all.addAll(List.of(headers));
        return gateway.post("/v1/applications", content, all.toArray(String[]::new));
    }

    JsonNode view(String application) throws IOException, InterruptedException {
        return gateway.get("/v1/applications/" + application).expect(200).json();
    }

    /** State by destination. */
    Map<String, String> states(String application) throws IOException, InterruptedException {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode filing : view(application).path("filings")) {
            String cause =
                    filing.hasNonNull("cause") ? " " + filing.path("cause").asText() : "";
            states.put(
                    filing.path("destination").path("id").asText(),
                    filing.path("state").path("code").asText() + cause);
        }
        return states;
    }

    /** Waits until each filing of the application is closed. */
    void awaitClosed(String application, Duration longest) throws Exception {
        awaitStates(application, longest, all -> all.values().stream().allMatch("CLOSED"::equals));
    }

    Map<String, String> awaitStates(String application, Duration longest, Predicate<Map<String, String>> good)
            throws Exception {
        return Await.until(longest, () -> states(application), good);
    }

    /** Waits for the one notice of each filing, fetches them, and returns the documents by destination. */
    Map<String, byte[]> awaitNotices(String application, Duration longest) throws Exception {
        Map<String, String> paths =
                Await.until(longest, () -> notices(application), all -> all.size() == DESTINATIONS.size());
        Map<String, byte[]> documents = new HashMap<>();
        for (Map.Entry<String, String> notice : paths.entrySet()) {
            documents.put(
                    notice.getKey(),
                    gateway.get(notice.getValue()).expect(200).raw().body());
        }
        return documents;
    }

    /** Paths of documents by destination. */
    private Map<String, String> notices(String application) throws IOException, InterruptedException {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode notice : gateway.get("/v1/notices").expect(200).json().path("notices")) {
            if (notice.path("application").asText().equals(application)) {
                String before = found.put(
                        notice.path("from").path("id").asText(),
                        notice.path("document").asText());
                if (before != null) {
                    throw new AssertionError("two notices of one destination: " + before);
                }
            }
        }
        return found;
    }

    /** Waits until the portal has heard of each filing of the application and of its notice. */
    void awaitEvents(String application, Duration longest) throws Exception {
        Await.until(
                longest,
                () -> events(application),
                events -> events.size() == DESTINATIONS.size()
                        && events.values().stream().allMatch(EVENTS::equals));
    }

    /** Types of events that the portal took, by filing. */
    Map<String, Set<String>> events(String application) throws IOException, InterruptedException {
        Map<String, Set<String>> events = new TreeMap<>();
        for (JsonNode line : ledger(application)) {
            if (line.path("destination").asText().equals("portal")) {
                events.computeIfAbsent(line.path("filing").asText(), filing -> new TreeSet<>())
                        .add(line.path("details").path("type").asText());
            }
        }
        return events;
    }

    /** The next submissions at the destination, once no earlier one is left, go wrong in this way. */
    void fault(String destination, String mode, int count) throws Exception {
        fault(Set.of(destination), mode, count);
    }

    /** The next submissions at each of the destinations, once no earlier one is left, go wrong in this way. */
    void fault(Set<String> destinations, String mode, int count) throws Exception {
        lanes.awaitQuiet(destinations);
        for (String destination : destinations) {
            ministries.order("faults", Map.of("destination", destination, "mode", mode, "count", count));
        }
    }

    /** Everything works again, and what was held is answered. */
    void faultsOver() throws IOException, InterruptedException {
        ministries.order("reset-faults", Map.of());
        ministries.order("release", Map.of());
        ministries.order("portal/busy", Map.of("busy", false));
    }

    /** How many answers the ministries hold back. */
    int held() throws IOException, InterruptedException {
        return control.get("/control/statistics")
                .expect(200)
                .json()
                .path("held")
                .asInt();
    }

    /** How often each filing was attempted, by destination. */
    Map<String, Integer> attempts(String application) throws IOException, InterruptedException {
        Map<String, Integer> attempts = new TreeMap<>();
        for (JsonNode filing : view(application).path("filings")) {
            attempts.put(
                    filing.path("destination").path("id").asText(),
                    filing.path("attempts").asInt());
        }
        return attempts;
    }

    /** What the ministries and the portal kept about an application, oldest first. */
    List<JsonNode> ledger(String application) throws IOException, InterruptedException {
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode line : control.get("/control/ledger").expect(200).json()) {
            if (line.path("filing").asText().startsWith(application)) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** What the ministries kept of a kind, of whichever filing. */
    List<JsonNode> entries(String kind) throws IOException, InterruptedException {
        List<JsonNode> lines = new ArrayList<>();
        control.get("/control/ledger?kind=" + kind).expect(200).json().forEach(lines::add);
        return lines;
    }

    /** Destinations that took a filing of the application; fails when one took it twice. */
    Set<String> takenOnce(String application) throws IOException, InterruptedException {
        Set<String> taken = new TreeSet<>();
        for (JsonNode line : ledger(application)) {
            if (line.path("kind").asText().equals("submission")
                    && (!taken.add(line.path("destination").asText())
                            || line.path("doubled").asBoolean())) {
                throw new AssertionError("sent twice: " + line);
            }
        }
        return taken;
    }

    /** The newest applications, as the list shows them. */
    List<String> list() throws IOException, InterruptedException {
        List<String> numbers = new ArrayList<>();
        gateway.get("/v1/applications")
                .expect(200)
                .json()
                .path("applications")
                .forEach(one -> numbers.add(one.path("number").asText()));
        return numbers;
    }
}
