package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The tax office leaves a message in the message box of a filer. It has no seal, and nothing takes it for a decision. */
final class MessageBox implements Scene {

    private static final String FILER = "1234567890123456";

    private final Cast cast;
    private final String application;
    private final String filing;

    MessageBox(Cast cast, String application, String filing) {
        this.cast = cast;
        this.application = application;
        this.filing = filing;
    }

    @Override
    public String name() {
        return "message";
    }

    @Override
    public Row play() throws IOException, InterruptedException {
        Object before = state();
        cast.ministries()
                .order(
                        "etax/message",
                        Map.of(
                                "filer",
                                FILER,
                                "kind",
                                "税務署からの連絡",
                                "title",
                                "届出書について",
                                "text",
                                "電話で確認したいことがあります。",
                                "filing",
                                filing));
        JsonNode message = cast.patience()
                .until(
                        "the inbox lists the message",
                        () -> cast.inbox("filing=" + filing).stream()
                                .filter(notice -> !notice.path("sealed").asBoolean(true))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
        String id = message.path("id").asText();
        JsonNode shown = cast.await(id, "origin");
        Scene.require(!shown.has("objection"), "a message started a period");
        Scene.require(state().equals(before), "a message moved its filing");
        String from = shown.at("/origin/server").asText();
        cast.narrator().step("message", "listed as unsealed, fetched from " + from + ", its filing stays " + before);
        cast.awaitVerdict(id, "UNSEALED");
        return Row.good(
                "a message without a seal in the message box",
                "UNSEALED: believed as its server's word",
                "in the inbox, marked; decides nothing");
    }

    private Object state() throws IOException, InterruptedException {
        return List.copyOf(cast.filings(application).values()).stream()
                .filter(each -> each.path("key").asText().equals(filing))
                .map(each -> each.at("/state/code").asText())
                .findFirst()
                .orElse("");
    }
}
