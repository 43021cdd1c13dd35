package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.selfinfo.QuestionStore;
import io.renkei.ports.selfinfo.QuestionStore.OpenCall;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What agencies are still asked. Whom it is about is not shown, and no answer. */
public final class Questions {

    private static final int MOST = 100;

    private final QuestionStore store;

    public Questions(QuestionStore store) {
        this.store = store;
    }

    /** Open calls, the ones whose time is over soonest first. */
    public Answer list(Optional<DestinationId> agency, int limit) {
        return new Sheet(store.open(agency, Names.limit(limit, MOST)));
    }

    /** Some open calls. */
    record Sheet(List<OpenCall> calls) implements Answer {

        private static final List<String> HEADERS = List.of(
                "question",
                "agency",
                "items",
                "asked (JST)",
                "until (JST)",
                "state",
                "tries",
                "next (JST)",
                "last code");

        @Override
        public void print(Page page) {
            page.table(HEADERS, calls.stream().map(Sheet::row).toList(), "No agency is being asked.");
        }

        private static List<String> row(OpenCall call) {
            return List.of(
                    call.question().toString(),
                    call.agency().value(),
                    call.items().stream().map(SelfInformationNumber::value).collect(Collectors.joining(" ")),
                    Times.japan(call.asked()),
                    Times.japan(call.deadline()),
                    state(call),
                    String.valueOf(call.tries()),
                    Times.japan(call.next()),
                    call.code());
        }

        /** Whether the agency has begun to answer. */
        private static String state(OpenCall call) {
            return call.isPending() ? "PENDING" : "OPEN";
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeArrayFieldStart("questions");
            for (OpenCall call : calls) {
                out.writeStartObject();
                out.writeStringField("id", call.question().toString());
                out.writeStringField("agency", call.agency().value());
                out.writeArrayFieldStart("items");
                for (SelfInformationNumber item : call.items()) {
                    out.writeString(item.value());
                }
                out.writeEndArray();
                Json.time(out, "asked", Optional.of(call.asked()));
                Json.time(out, "until", Optional.of(call.deadline()));
                out.writeStringField("state", state(call));
                out.writeNumberField("tries", call.tries());
                Json.time(out, "next", Optional.of(call.next()));
                out.writeStringField("code", call.code());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }
}
