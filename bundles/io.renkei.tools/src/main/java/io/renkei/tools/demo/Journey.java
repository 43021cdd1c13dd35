package io.renkei.tools.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.SenderNumber;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.sample.Applicants;
import io.renkei.tools.text.Narrator;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Submits one application and follows it until every filing is closed and every notice was fetched. */
final class Journey {

    private static final List<String> DELEGATED = List.of("social-insurance-online", "hello-work");
    private static final long LOOK_MILLIS = 150;

    private final GatewayClient gateway;
    private final Ministries ministries;
    private final Applicants applicants;
    private final Narrator narrator;
    private final Duration patience;

    Journey(GatewayClient gateway, Ministries ministries, Applicants applicants, Narrator narrator, Duration patience) {
        this.gateway = gateway;
        this.ministries = ministries;
        this.applicants = applicants;
        this.narrator = narrator;
        this.patience = patience;
    }

    /** Whether all came to its end. */
    boolean run(SenderNumber number, LocalDate start)
            throws IOException, InterruptedException, GeneralSecurityException {
        consent();
        byte[] signed = applicants.hire(number, start);
        check(signed);
        String application = submit(number, signed);
        return follow(application);
    }

    private void consent() throws IOException, InterruptedException {
        for (String destination : DELEGATED) {
            String account = "acme-" + destination;
            gateway.put(
                            "/v1/delegations/" + destination,
                            ministries.delegate(account),
                            "Content-Type",
                            "application/json")
                    .expect(204);
            ministries.expire(account);
            narrator.step("consent", destination + ": tokens kept encrypted; the access token has just expired");
        }
    }

    private void check(byte[] signed) throws IOException, InterruptedException {
        JsonNode report = gateway.post("/v1/checks", signed, "Content-Type", "application/xml")
                .expect(200)
                .json();
        for (JsonNode document : report.path("signatures")) {
            for (JsonNode signature : document.path("signatures")) {
                narrator.step(
                        "check",
                        "signature " + signature.path("id").asText() + ": core "
                                + word(signature.path("core_valid")) + ", path "
                                + word(signature.path("path_valid")) + ", revocation "
                                + signature.path("revocation").asText());
            }
        }
        if (!report.path("good").asBoolean()) {
            throw new IllegalStateException("the sample is refused: " + report.path("faults"));
        }
    }

    private static String word(JsonNode valid) {
        return valid.asBoolean() ? "valid" : "NOT VALID";
    }

    private String submit(SenderNumber number, byte[] signed) throws IOException, InterruptedException {
        GatewayClient.Answer answer = gateway.post(
                "/v1/applications",
                signed,
                "Content-Type",
                "application/xml",
                "Accept",
                "application/json",
                "Idempotency-Key",
                number.value());
        JsonNode receipt = answer.expect(201).json();
        String application = receipt.path("number").asText();
        narrator.step(
                "receipt",
                application + ", sealed (JWS, "
                        + receipt.path("receipt").asText().length() + " characters)");
        return application;
    }

    private boolean follow(String application) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Map<String, String> told = new HashMap<>();
        Set<String> fetched = new HashSet<>();
        Progress progress;
        do {
            JsonNode now =
                    gateway.get("/v1/applications/" + application).expect(200).json();
            tellFilings(now.path("filings"), told);
            fetchNotices(application, fetched);
            progress = Progress.of(now.path("filings"), fetched.size());
            if (!progress.done()) {
                Thread.sleep(LOOK_MILLIS);
            }
        } while (!progress.done() && System.nanoTime() - end < 0);
        long doubled = ministries.doubled(application);
        narrator.step("portal", ministries.events(application) + " signed events taken");
        narrator.result(
                progress.done() && doubled == 0,
                progress.closed() + " of " + progress.filings() + " filings closed, " + progress.fetched() + " of "
                        + progress.filings() + " notices delivered and fetched, " + doubled + " sent twice");
        return progress.done() && doubled == 0;
    }

    private record Progress(int filings, int closed, int fetched) {

        static Progress of(JsonNode filings, int fetched) {
            int closed = 0;
            for (JsonNode filing : filings) {
                closed += filing.path("state").path("code").asText().equals("CLOSED") ? 1 : 0;
            }
            return new Progress(filings.size(), closed, fetched);
        }

        boolean done() {
            return filings > 0 && closed == filings && fetched == filings;
        }
    }

    private void tellFilings(JsonNode filings, Map<String, String> told) {
        for (JsonNode filing : filings) {
            String key = filing.path("key").asText();
            StringBuilder now =
                    new StringBuilder(filing.path("state").path("name_ja").asText());
            filing.path("receipts")
                    .forEach(receipt -> now.append(' ')
                            .append(receipt.path("kind").asText())
                            .append(' ')
                            .append(receipt.path("value").asText()));
            if (filing.hasNonNull("cause")) {
                now.append(" (").append(filing.path("cause").asText()).append(')');
            }
            if (!now.toString().equals(told.put(key, now.toString()))) {
                narrator.step(
                        "filing " + key.substring(key.indexOf('-') + 1),
                        String.format(
                                "%-33s %s, attempt %d",
                                filing.path("destination").path("id").asText(),
                                now,
                                filing.path("attempts").asInt()));
            }
        }
    }

    private void fetchNotices(String application, Set<String> fetched) throws IOException, InterruptedException {
        for (JsonNode notice : gateway.get("/v1/notices").expect(200).json().path("notices")) {
            String id = notice.path("id").asText();
            if (notice.path("application").asText().equals(application) && !fetched.contains(id)) {
                byte[] document = gateway.get(notice.path("document").asText())
                        .expect(200)
                        .raw()
                        .body();
                fetched.add(id);
                narrator.step(
                        "notice",
                        String.format(
                                "%-33s %s, sealed, %d bytes, fetched",
                                notice.path("from").path("id").asText(),
                                notice.path("title").asText(),
                                document.length));
            }
        }
    }
}
