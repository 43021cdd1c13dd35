package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.notices.Cast.Issued;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The tax office replaces its decision, and takes the later one back. */
final class Replacements implements Scene {

    private final Cast cast;
    private final String filing;

    Replacements(Cast cast, String filing) {
        this.cast = cast;
        this.filing = filing;
    }

    @Override
    public String name() {
        return "replaced";
    }

    @Override
    public Row play() throws IOException, InterruptedException {
        List<JsonNode> inbox = cast.inbox("filing=" + filing);
        JsonNode first = inbox.get(inbox.size() - 1);
        Issued second = cast.issue(
                Cast.TAX_OFFICE,
                filing,
                Map.of(
                        "title",
                        "届出書受理通知書（差替え）",
                        "closes",
                        true,
                        "replaces",
                        first.path("issuer_number").asText()));
        marked(first.path("id").asText(), "superseded", "SUPERSEDED", second.id());
        Issued third =
                cast.issue(Cast.TAX_OFFICE, filing, Map.of("title", "届出書受理通知書の取消し", "withdraws", second.number()));
        JsonNode withdrawn = marked(second.id(), "withdrawn", "WITHDRAWN", third.id());
        Scene.require(!withdrawn.has("objection"), "one can still object to what was taken back");
        return Row.good(
                "a decision is replaced, then taken back",
                "SUPERSEDED; WITHDRAWN",
                "each with the later one; both can still be fetched");
    }

    private JsonNode marked(String id, String member, String verdict, String later)
            throws IOException, InterruptedException {
        JsonNode view = cast.await(id, member);
        Scene.require(view.path("followed_by").asText().equals(later), "it does not name the later one");
        cast.person().get(view.path("document").asText()).expect(200);
        JsonNode line = cast.awaitVerdict(id, verdict);
        Scene.require(line.path("followedBy").asText().equals(later), "the operator does not see the later one");
        cast.awaitEvent(filing, "io.renkei.notice." + member);
        cast.narrator().step(member, "marked in the inbox, names the later one; the portal took an event");
        return view;
    }
}
