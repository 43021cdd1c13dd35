package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.OperatorShell;
import io.renkei.tools.client.Patience;
import io.renkei.tools.client.SandboxControl;
import io.renkei.tools.sample.Applicants;
import io.renkei.tools.text.Narrator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who takes part, and what each of them can see.
 *
 * @param person the partner who submits and whose inbox it is
 * @param stranger another partner
 * @param portal who shows announcements to people
 * @param ministry the tax office
 * @param since the line of the ministries' ledger before the story
 * @param today in Japan
 */
record Cast(
        GatewayClient person,
        GatewayClient stranger,
        GatewayClient portal,
        GatewayClient ministry,
        SandboxControl ministries,
        long since,
        OperatorShell operator,
        Applicants applicants,
        LocalDate today,
        Patience patience,
        Narrator narrator) {

    static final String TAX_OFFICE = "e-tax";
    static final String LOCAL_TAX = "eltax";
    static final String HELLO_WORK = "hello-work";
    static final String SOCIETY = "health-insurance-society.06130012";

    private static final int OK = 200;

    /** A document that a ministry issued when it was ordered. */
    record Issued(String number, String id, boolean repeated) {}

    /** Has a ministry issue one more document. */
    Issued issue(String destination, String filing, Map<String, ?> how) throws IOException, InterruptedException {
        Map<String, Object> order = new HashMap<>(how);
        order.put("destination", destination);
        order.put("filing", filing);
        JsonNode told = ministries.order("documents/issue", order);
        if (told.path("status").asInt() != 202) {
            throw new IOException("the gateway answered " + told.path("status") + " to a document of " + destination);
        }
        return new Issued(
                told.path("number").asText(),
                told.at("/answer/id").asText(),
                told.at("/answer/repeated").asBoolean());
    }

    /** The filings of an application by destination. */
    Map<String, JsonNode> filings(String application) throws IOException, InterruptedException {
        Map<String, JsonNode> filings = new HashMap<>();
        for (JsonNode filing :
                person.get("/v1/applications/" + application).expect(OK).json().path("filings")) {
            filings.put(filing.at("/destination/id").asText(), filing);
        }
        return filings;
    }

    /** Waits until the filing at a destination is in a state. */
    JsonNode await(String application, String destination, String state) throws IOException, InterruptedException {
        return patience.until(
                destination + " is " + state,
                () -> filings(application).get(destination),
                filing -> filing.at("/state/code").asText().equals(state));
    }

    /** What the person sees of a notice, once that has a member. */
    JsonNode await(String notice, String member) throws IOException, InterruptedException {
        return patience.until(
                        "notice " + notice + " has " + member,
                        () -> shown(notice),
                        view -> view.filter(seen -> seen.hasNonNull(member)).isPresent())
                .orElseThrow();
    }

    /** What the person sees of a notice; empty if it is not in that inbox. */
    Optional<JsonNode> shown(String notice) throws IOException, InterruptedException {
        GatewayClient.Answer answer = person.get("/v1/notices/" + notice);
        return answer.status() == OK ? Optional.of(answer.json()) : Optional.empty();
    }

    /** The person's inbox, as far as it is about an application. */
    List<JsonNode> inbox(String question) throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        person.get("/v1/notices?limit=100&" + question)
                .expect(OK)
                .json()
                .path("notices")
                .forEach(found::add);
        return found;
    }

    /** The same without messages, which are no documents. */
    List<JsonNode> documents(String question) throws IOException, InterruptedException {
        return inbox(question).stream()
                .filter(notice -> notice.path("sealed").asBoolean())
                .toList();
    }

    /** What the operator sees of a notice, once it stands under a verdict. */
    JsonNode awaitVerdict(String notice, String verdict) throws IOException, InterruptedException {
        return patience.until("notice " + notice + " is " + verdict, () -> listed(notice, verdict), Optional::isPresent)
                .orElseThrow();
    }

    Optional<JsonNode> listed(String notice, String verdict) throws IOException, InterruptedException {
        for (JsonNode line : operator.json("renkei:notice-list --limit 30 --json --verdict " + verdict)
                .path("notices")) {
            if (line.path("id").asText().equals(notice)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** How many lines of a kind the ministries' ledger has about a filing. */
    int lines(String filing, String kind) throws IOException, InterruptedException {
        int[] lines = {0};
        ministries.lines(since, kind, line -> {
            if (line.path("filing").asText().equals(filing)) {
                lines[0]++;
            }
        });
        return lines[0];
    }

    /** Where a filing is answered. */
    static String path(String filing) {
        return "/v1/applications/" + filing.replace("-", "/filings/");
    }

    /** Waits until the portal took an event of a type about a subject. */
    void awaitEvent(String subject, String type) throws IOException, InterruptedException {
        patience.until("the portal took " + type, () -> events(subject), types -> types.contains(type));
    }

    private Set<String> events(String subject) throws IOException, InterruptedException {
        Set<String> types = new HashSet<>();
        ministries.lines(since, "event", line -> {
            if (line.path("filing").asText().equals(subject)) {
                types.add(line.at("/details/type").asText());
            }
        });
        return types;
    }
}
