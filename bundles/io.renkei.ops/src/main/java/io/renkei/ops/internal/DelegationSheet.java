package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.delegation.Delegation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Delegations whose end comes near: ids and days, and nobody's account. */
record DelegationSheet(LocalDate today, List<Delegation> delegations) implements Answer {

    private static final List<String> HEADERS = List.of("delegation", "last day", "stands", "association");

    @Override
    public void print(Page page) {
        page.table(
                HEADERS,
                delegations.stream()
                        .map(each -> List.of(
                                each.id().toString(),
                                each.grant().until().toString(),
                                each.standing(today).name(),
                                each.association()))
                        .toList(),
                "No delegation ends in that time.");
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("delegations");
        for (Delegation each : delegations) {
            out.writeStartObject();
            out.writeStringField("id", each.id().toString());
            out.writeStringField("until", each.grant().until().toString());
            out.writeStringField("standing", each.standing(today).name());
            out.writeStringField("association", each.association());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
