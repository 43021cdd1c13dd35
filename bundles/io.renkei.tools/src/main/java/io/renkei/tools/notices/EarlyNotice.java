package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.notices.Cast.Issued;
import java.io.IOException;
import java.util.Map;

/**
 * The local tax office has a filing and writes about it under its own number, while its answer with that number is still on
 * its way: the gateway cannot know yet whose it is.
 */
final class EarlyNotice implements Scene {

    private final Cast cast;
    private final String filing;

    EarlyNotice(Cast cast, String filing) {
        this.cast = cast;
        this.filing = filing;
    }

    /** Before the filing is sent: its answer is held back, nobody asks after it, and it is not decided. */
    static void prepare(Cast cast) throws IOException, InterruptedException {
        cast.operator()
                .run("renkei:connector-pause --reason demo --until 10m --route reconciliation " + Cast.LOCAL_TAX);
        cast.ministries().order("examination/hold", Map.of("destination", Cast.LOCAL_TAX));
        cast.ministries().order("faults", Map.of("destination", Cast.LOCAL_TAX, "mode", "hold", "count", 1));
    }

    /** Whatever became of the scene: the answer goes out and questions are asked again. */
    static void restore(Cast cast) throws IOException, InterruptedException {
        cast.ministries().order("reset-faults", Map.of());
        cast.ministries().order("release", Map.of());
        cast.operator().run("renkei:connector-resume " + Cast.LOCAL_TAX);
    }

    @Override
    public String name() {
        return "orphan";
    }

    @Override
    public Row play() throws IOException, InterruptedException {
        cast.patience()
                .until(
                        "the local tax office took the filing",
                        () -> cast.ministries().held(),
                        held -> held > 0);
        Issued early = cast.issue(Cast.LOCAL_TAX, filing, Map.of("names", "receipt", "title", "受付のお知らせ"));
        JsonNode line = cast.awaitVerdict(early.id(), "ORPHAN");
        Scene.require(
                line.path("code").asText().equals("NOTICES-008"),
                "it waits because of " + line.path("code").asText());
        Scene.require(cast.shown(early.id()).isEmpty(), "a notice without a filing can be seen");
        cast.narrator().step("waits", "NOTICES-008: no filing with that number; judged again and again");
        restore(cast);
        JsonNode view = cast.await(early.id(), "available");
        Scene.require(view.path("filing").asText().equals(filing), "it came to another filing");
        cast.narrator().step("matched", "the number became known, and with it the filing");
        cast.ministries().order("examination/go-on", Map.of("destination", Cast.LOCAL_TAX, "filing", filing));
        return Row.good("a notice comes before its number is known", "ORPHAN, then MATCHED", "waited; nothing to do");
    }
}
