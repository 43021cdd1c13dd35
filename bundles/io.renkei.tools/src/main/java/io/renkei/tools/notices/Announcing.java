package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.GatewayClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** One announcement of the tax office to many inboxes, and to no other. */
final class Announcing implements Scene {

    private static final String MESSAGE =
            "{\"title\":\"予定納税のお知らせ\",\"title_en\":\"\",\"text\":\"第1期の納期限は7月31日です。\",\"text_en\":\"\","
                    + "\"link\":\"\",\"until\":\"\"}\n";

    private final Cast cast;
    private final String name;
    private final int inboxes;
    private int found;
    private int strayed;

    /**
     * @param name of this announcement, and the beginning of the names of its inboxes
     * @param inboxes how many
     */
    Announcing(Cast cast, String name, int inboxes) {
        this.cast = cast;
        this.name = name;
        this.inboxes = inboxes;
    }

    @Override
    public String name() {
        return "announced";
    }

    @Override
    public Row play() throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder(MESSAGE);
        IntStream.range(0, inboxes)
                .forEach(i -> lines.append("{\"inbox\":\"").append(inbox(i)).append("\"}\n"));
        Answer answer = cast.ministry()
                .post(
                        "/v1/ministry/" + Cast.TAX_OFFICE + "/announcements",
                        lines.toString().getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-ndjson",
                        "Idempotency-Key",
                        name)
                .expect(202);
        String id = answer.json().path("id").asText();
        String path = "/v1/ministry/" + Cast.TAX_OFFICE + "/announcements/" + id;
        cast.patience()
                .until(
                        "the announcement lies in " + inboxes + " inboxes",
                        () -> cast.ministry().get(path).expect(200).json(),
                        view -> view.path("done").asInt() == inboxes);
        cast.awaitEvent(id, "io.renkei.announcement.available");
        cast.narrator().step("announced", "in " + inboxes + " inboxes, one event to the portal");
        for (int i = 0; i < inboxes; i++) {
            found += entries(inbox(i), id);
        }
        strayed = entries(inbox(inboxes), id);
        Scene.require(found == inboxes && strayed == 0, found + " of " + inboxes + " inboxes have it once");
        return Row.good(
                "an announcement to " + inboxes + " inboxes",
                "taken once, one entry each",
                found + " of " + inboxes + " done, " + strayed + " elsewhere");
    }

    /** Named inboxes that have it not, so far. */
    int lost() {
        return inboxes - found;
    }

    /** Entries in an inbox that was not named. */
    int strayed() {
        return strayed;
    }

    private String inbox(int number) {
        return name + "-" + number;
    }

    private int entries(String inbox, String id) throws IOException, InterruptedException {
        int entries = 0;
        for (JsonNode entry : cast.portal()
                .get("/v1/inboxes/" + inbox + "/announcements")
                .expect(200)
                .json()
                .path("announcements")) {
            entries += entry.path("id").asText().equals(id) ? 1 : 0;
        }
        return entries;
    }
}
