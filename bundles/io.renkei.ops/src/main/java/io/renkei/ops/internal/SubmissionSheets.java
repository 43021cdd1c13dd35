package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.ProcedureId;
import io.renkei.ports.submissions.AccessRecord;
import io.renkei.ports.submissions.SubmissionStore;
import io.renkei.ports.submissions.SubmissionView;
import io.renkei.ports.submissions.SubmissionView.Permitted;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Questions about submissions whose data stays with the company. What objects are called, and where they lie, is not shown. */
public final class SubmissionSheets {

    private static final int MOST = 100;

    private final SubmissionStore store;

    public SubmissionSheets(SubmissionStore store) {
        this.store = store;
    }

    /** Newest first. */
    public Answer list(int limit) {
        return new Listed(store.list(Names.limit(limit, MOST)));
    }

    /**
     * Every reference to one, newest first.
     *
     * @throws OpsFault if there is no such submission
     */
    public Answer accesses(ArrivalNumber number, Optional<Long> before, int limit) {
        if (store.timeLine(number).isEmpty()) {
            throw OpsCode.NOT_FOUND.fault("submission " + number);
        }
        return new Accesses(number, store.accesses(number, before, Names.limit(limit, MOST)));
    }

    /** Some submissions. */
    record Listed(List<SubmissionView> submissions) implements Answer {

        private static final List<String> HEADERS =
                List.of("submission", "recorded (JST)", "sender", "number", "procedures", "permitted");

        @Override
        public void print(Page page) {
            page.table(
                    HEADERS,
                    submissions.stream().map(Listed::row).toList(),
                    "No company has recorded data that stays with it.");
        }

        private static List<String> row(SubmissionView view) {
            return List.of(
                    view.number().digits(),
                    Times.japan(view.arrived()),
                    view.sender().value(),
                    view.senderNumber().value(),
                    view.procedures().stream().map(ProcedureId::value).collect(Collectors.joining(" ")),
                    view.permissions().stream().map(Listed::permitted).collect(Collectors.joining(" ")));
        }

        private static String permitted(Permitted each) {
            return each.permission().destination() + (each.revoked().isPresent() ? " (revoked)" : "");
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeArrayFieldStart("submissions");
            for (SubmissionView view : submissions) {
                out.writeStartObject();
                out.writeStringField("number", view.number().digits());
                Json.time(out, "recorded", Optional.of(view.arrived()));
                out.writeStringField("sender", view.sender().value());
                out.writeStringField("senderNumber", view.senderNumber().value());
                out.writeArrayFieldStart("permissions");
                for (Permitted each : view.permissions()) {
                    out.writeStartObject();
                    out.writeStringField(
                            "destination", each.permission().destination().value());
                    Json.time(out, "from", Optional.of(each.permission().from()));
                    Json.time(out, "until", Optional.of(each.permission().until()));
                    Json.time(out, "revoked", each.revoked());
                    out.writeEndObject();
                }
                out.writeEndArray();
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    /** Some references to one submission. */
    record Accesses(ArrivalNumber number, List<AccessRecord> records) implements Answer {

        private static final List<String> HEADERS =
                List.of("record", "asked (JST)", "destination", "partner", "object", "answer", "answered (JST)");

        @Override
        public void print(Page page) {
            page.table(
                    HEADERS,
                    records.stream().map(Accesses::row).toList(),
                    "Nobody has referred to submission " + number + ".");
        }

        private static List<String> row(AccessRecord record) {
            return List.of(
                    record.id(),
                    Times.japan(record.asked()),
                    record.destination().value(),
                    record.partner().value(),
                    Integer.toString(record.object()),
                    record.answer() + " " + record.answer().japanese(),
                    record.answered().map(Times::japan).orElse(""));
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeStringField("number", number.digits());
            out.writeArrayFieldStart("accesses");
            for (AccessRecord record : records) {
                out.writeStartObject();
                out.writeNumberField("sequence", record.sequence());
                out.writeStringField("destination", record.destination().value());
                out.writeStringField("partner", record.partner().value());
                out.writeNumberField("object", record.object());
                out.writeStringField("answer", record.answer().name());
                out.writeStringField("answerJa", record.answer().japanese());
                Json.time(out, "asked", Optional.of(record.asked()));
                Json.time(out, "answered", record.answered());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }
}
