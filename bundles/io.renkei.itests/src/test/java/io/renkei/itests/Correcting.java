package io.renkei.itests;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.SenderNumber;
import io.renkei.tools.client.GatewayClient.Answer;
import java.io.IOException;

/** What a partner, and a ministry, do about the correction of one filing. */
final class Correcting {

    private final Partner partner;

    Correcting(Partner partner) {
        this.partner = partner;
    }

    /** The next submission at the destination has to be corrected, and is not decided before. */
    void ask(String destination, String kind) throws Exception {
        partner.orderForNext(
                destination,
                "corrections/ask",
                "{\"destination\":\"" + destination + "\",\"count\":1,\"kind\":\"" + kind
                        + "\",\"deadline\":\"2099-12-31T08:00:00Z\",\"reasons\":[{\"item\":\"employee.name.kana\","
                        + "\"text\":\"フリガナに誤りがあります\"}]}");
    }

    Answer correct(String key, SenderNumber number, byte[] content) throws IOException, InterruptedException {
        return partner.gateway()
                .post(
                        path(key) + "/corrections",
                        content,
                        "Content-Type",
                        "application/xml",
                        "Idempotency-Key",
                        number.value());
    }

    /** Where a filing is answered. */
    static String path(String key) {
        return "/v1/applications/" + key.replace("-", "/filings/");
    }

    /** The filing at a destination, as an application shows it. */
    static JsonNode filing(JsonNode view, String destination) {
        for (JsonNode filing : view.path("filings")) {
            if (filing.at("/destination/id").asText().equals(destination)) {
                return filing;
            }
        }
        throw new AssertionError("no filing at " + destination + " in " + view);
    }
}
