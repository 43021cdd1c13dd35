package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.notices.Cast.Issued;
import java.io.IOException;
import java.util.Map;

/** A ministry sends what it sent before: the same bytes, and the same number over other bytes. */
final class Repeats implements Scene {

    private static final int REPEATS = 2;

    private final Cast cast;
    private final String filing;

    Repeats(Cast cast, String filing) {
        this.cast = cast;
        this.filing = filing;
    }

    @Override
    public String name() {
        return "duplicate";
    }

    @Override
    public Row play() throws IOException, InterruptedException {
        Issued first = issue(Map.of("title", "納税に関するお知らせ"));
        cast.await(first.id(), "available");
        int before = inbox();
        Issued again = issue(Map.of("title", "納税に関するお知らせ", "number", first.number()));
        Scene.require(again.repeated() && again.id().equals(first.id()), "the same bytes got another id");
        cast.narrator().step("repeated", "the same bytes: answered with the first id");
        Issued other = issue(Map.of("title", "納税に関するお知らせ（再送）", "number", first.number()));
        cast.awaitVerdict(other.id(), "DUPLICATE");
        cast.narrator().step("repeated", "the same number, other bytes: kept, and nobody is told");
        JsonNode line = cast.awaitVerdict(first.id(), "MATCHED");
        Scene.require(
                line.path("repeats").asInt() == REPEATS,
                "the first one counts " + line.path("repeats") + " repeats instead of " + REPEATS);
        Scene.require(inbox() == before && cast.shown(other.id()).isEmpty(), "a duplicate came into the inbox");
        return Row.good("a ministry repeats itself", "the first id; DUPLICATE", "one notice with 2 repeats");
    }

    private int inbox() throws IOException, InterruptedException {
        return cast.inbox("filing=" + filing).size();
    }

    private Issued issue(Map<String, ?> how) throws IOException, InterruptedException {
        return cast.issue(Cast.TAX_OFFICE, filing, how);
    }
}
