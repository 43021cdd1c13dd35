package io.renkei.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.GatewayClient.Answer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the simulated Hello Work wants paid for its filing of an application, and what partner and portal learn of it. */
record Paying(Partner partner, GatewayClient ministry, String filing) {

    static final String DESTINATION = "hello-work";
    static final String PATH = "/v1/ministry/" + DESTINATION + "/payments";
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    static final LocalDate LATER = TODAY.plusDays(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    Paying(Partner partner, GatewayClient ministry, JsonNode application) {
        this(
                partner,
                ministry,
                Correcting.filing(application, DESTINATION).path("key").asText());
    }

    static Paying of(Partner partner, GatewayClient ministry, String application)
            throws IOException, InterruptedException {
        return new Paying(partner, ministry, partner.view(application));
    }

    /** The members of a request, with the link that the sandbox profile allows. */
    Map<String, Object> members(long yen, LocalDate due) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("filing", filing);
        members.put("title", "手数料");
        members.put("title_en", "Fee");
        members.put("amount", yen);
        members.put("facility_number", "00100");
        members.put("pay_number", "1234567890123456");
        members.put("confirm_number", "654321");
        members.put("pay_category", "");
        members.put("due", due.toString());
        members.put("link", "https://pay.example/fee?n=42");
        return members;
    }

    Answer request(String number, long yen, LocalDate due) throws IOException, InterruptedException {
        return send(ministry, PATH, number, members(yen, due));
    }

    static Answer send(GatewayClient who, String path, String number, Map<String, Object> members)
            throws IOException, InterruptedException {
        return who.post(
                path, JSON.writeValueAsBytes(members), "Content-Type", "application/json", "Idempotency-Key", number);
    }

    Answer paid(String id, LocalDate on) throws IOException, InterruptedException {
        return ministry.put(
                PATH + "/" + id + "/paid",
                JSON.writeValueAsBytes(Map.of("paid_on", on.toString())),
                "Content-Type",
                "application/json");
    }

    Answer cancelled(String id) throws IOException, InterruptedException {
        return ministry.put(PATH + "/" + id + "/cancelled", new byte[0]);
    }

    /** As the partner sees them. */
    List<JsonNode> list() throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        partner.gateway()
                .get("/v1/payments?filing=" + filing)
                .expect(200)
                .json()
                .path("payments")
                .forEach(found::add);
        return found;
    }

    /** The states that the portal was told of, in their order. */
    List<String> told() throws IOException, InterruptedException {
        List<String> states = new ArrayList<>();
        for (JsonNode line : partner.ledger(filing)) {
            if (line.at("/details/type").asText().equals("io.renkei.payment.changed")) {
                states.add(line.at("/details/state").asText());
            }
        }
        return states;
    }

    /** Empty text when the portal was told of none. */
    String lastTold() throws IOException, InterruptedException {
        List<String> all = told();
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }
}
