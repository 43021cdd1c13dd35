package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.Sha256;
import java.io.IOException;
import java.util.List;

/** The tax office decides, and its notice comes to the person who filed. */
final class Delivery implements Scene {

    private static final String AVAILABLE = "io.renkei.notice.available";
    private static final List<String> FACTS =
            List.of("issued", "received", "available", "delivered", "seen", "fetched", "fetch_until");

    private final Cast cast;
    private final String application;
    private final String filing;

    Delivery(Cast cast, String application, String filing) {
        this.cast = cast;
        this.application = application;
        this.filing = filing;
    }

    @Override
    public String name() {
        return "notice";
    }

    @Override
    public Row play() throws IOException, InterruptedException {
        String id = listed().path("id").asText();
        cast.awaitEvent(filing, AVAILABLE);
        cast.narrator().step("delivered", "the portal took a signed event, " + AVAILABLE);
        JsonNode view = cast.await(id, "delivered");
        byte[] document = cast.person()
                .get(view.path("document").asText())
                .expect(200)
                .raw()
                .body();
        Scene.require(
                Sha256.of(document).hex().equals(view.path("sha256").asText()),
                "the document is not the one that was received");
        cast.narrator().step("fetched", document.length + " bytes, SHA-256 as in the list");
        JsonNode fetched = cast.await(id, "fetched");
        JsonNode kept = cast.awaitVerdict(id, "MATCHED");
        String finding = kept.path("finding").asText();
        Scene.require(finding.startsWith("signature good, path good"), "the seal was found to be: " + finding);
        cast.narrator().step("verified", finding);
        for (String fact : FACTS) {
            cast.narrator()
                    .step(
                            "fact",
                            String.format("%-12s %s", fact, fetched.path(fact).asText("-")));
        }
        JsonNode objection = fetched.path("objection");
        Scene.require(objection.hasNonNull("last_day"), "no period for an objection began");
        cast.narrator().step("objection", objection.path("text_en").asText());
        return Row.good(
                "the tax office decides",
                "MATCHED: seal good, filing known",
                "delivered, fetched; objection until "
                        + objection.path("last_day").asText());
    }

    /** The notice of the tax office that the person's inbox lists; listing it counts as having seen it. */
    private JsonNode listed() throws IOException, InterruptedException {
        JsonNode notice = cast.patience()
                .until(
                        "the inbox lists the notice of the tax office",
                        () -> cast.inbox("destination=" + Cast.TAX_OFFICE + "&application=" + application),
                        inbox -> !inbox.isEmpty())
                .get(0);
        cast.narrator()
                .step(
                        "listed",
                        notice.path("title").asText() + ", number "
                                + notice.path("issuer_number").asText());
        return notice;
    }
}
