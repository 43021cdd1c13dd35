package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.linkage.LinkStore.Count;
import io.renkei.ports.sites.SiteId;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Links by site. */
record LinkSheet(Map<SiteId, Count> counts) implements Answer {

    private static final List<String> HEADERS = List.of("site", "links that hold", "ended");

    @Override
    public void print(Page page) {
        page.table(
                HEADERS,
                counts.entrySet().stream()
                        .map(each -> List.of(
                                each.getKey().value(),
                                Long.toString(each.getValue().held()),
                                Long.toString(each.getValue().ended())))
                        .toList(),
                "Nobody is linked to a site.");
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("sites");
        for (Map.Entry<SiteId, Count> each : counts.entrySet()) {
            out.writeStartObject();
            out.writeStringField("id", each.getKey().value());
            out.writeNumberField("held", each.getValue().held());
            out.writeNumberField("ended", each.getValue().ended());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
