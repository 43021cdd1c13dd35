package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.state.FilingView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Some filings.
 *
 * @param next where the next page begins, if there may be one
 */
record FilingPage(List<FilingView> filings, Optional<FilingKey> next) implements Answer {

    static final List<String> HEADERS =
            List.of("filing", "procedure", "destination", "attempts", "due (JST)", "cause", "state", "状態");

    static List<List<String>> rows(List<FilingView> filings) {
        return filings.stream()
                .map(filing -> List.of(
                        filing.key().toString(),
                        filing.procedure().value(),
                        filing.destination().value(),
                        String.valueOf(filing.attempts()),
                        Times.japan(filing.due()),
                        filing.cause().orElse(""),
                        filing.state().name(),
                        filing.state().japanese()))
                .toList();
    }

    @Override
    public void print(Page page) {
        page.table(HEADERS, rows(filings), "There is no such filing.");
        next.ifPresent(key -> page.line("More: --after " + key));
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("filings");
        for (FilingView filing : filings) {
            out.writeStartObject();
            Json.filing(out, filing);
            out.writeEndObject();
        }
        out.writeEndArray();
        Json.text(out, "next", next.map(FilingKey::toString));
        out.writeEndObject();
    }
}
