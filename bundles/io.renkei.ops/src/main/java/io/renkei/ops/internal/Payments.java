package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.payments.PaymentWord;
import io.renkei.ports.payments.PaymentWords;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Questions about payment requests. What is to be paid is not shown. */
public final class Payments {

    private static final int MOST = 100;

    private final PaymentStore store;

    public Payments(PaymentStore store) {
        this.store = store;
    }

    /** Those in one state, the last changed first. */
    public Answer list(PaymentState state, int limit) {
        return new Sheet(state, store.list(state, Names.limit(limit, MOST)));
    }

    /** Words of destinations that are not known here, the last heard first. */
    public static Answer unknown(PaymentWords words, int limit) {
        return new Words(words.list(Names.limit(limit, MOST)));
    }

    /** Some words that are not known. */
    record Words(List<PaymentWord> words) implements Answer {

        private static final List<String> HEADERS = List.of("from", "number", "filing", "word", "since (JST)");

        @Override
        public void print(Page page) {
            page.table(
                    HEADERS,
                    words.stream()
                            .map(word -> List.of(
                                    word.from().value(),
                                    word.number().value(),
                                    word.filing().toString(),
                                    word.word(),
                                    Times.japan(word.since())))
                            .toList(),
                    "Every word on the state of a payment is known.");
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeArrayFieldStart("words");
            for (PaymentWord word : words) {
                out.writeStartObject();
                out.writeStringField("from", word.from().value());
                out.writeStringField("number", word.number().value());
                out.writeStringField("filing", word.filing().toString());
                out.writeStringField("word", word.word());
                out.writeStringField("since", word.since().toString());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    /** Some payment requests. */
    record Sheet(PaymentState state, List<PaymentView> payments) implements Answer {

        private static final List<String> HEADERS =
                List.of("payment", "requested (JST)", "from", "number", "filing", "last day", "since (JST)", "paid on");

        @Override
        public void print(Page page) {
            page.table(
                    HEADERS,
                    payments.stream().map(Sheet::row).toList(),
                    "No payment request is " + state + " " + state.japanese() + ".");
        }

        private static List<String> row(PaymentView view) {
            return List.of(
                    view.id().toString(),
                    Times.japan(view.requested()),
                    view.from().value(),
                    view.number().value(),
                    view.filing().toString(),
                    view.due().toString(),
                    Times.japan(view.changed()),
                    view.paidOn().map(LocalDate::toString).orElse(""));
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeStringField("state", state.name());
            out.writeArrayFieldStart("payments");
            for (PaymentView view : payments) {
                out.writeStartObject();
                out.writeStringField("id", view.id().toString());
                out.writeStringField("from", view.from().value());
                out.writeStringField("number", view.number().value());
                out.writeStringField("filing", view.filing().toString());
                out.writeStringField("due", view.due().toString());
                Json.time(out, "requested", Optional.of(view.requested()));
                Json.time(out, "changed", Optional.of(view.changed()));
                Json.text(out, "paidOn", view.paidOn().map(LocalDate::toString));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }
}
