package io.renkei.connector.yaml.internal;

import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.ItemId;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpDispatch;
import io.renkei.http.NotSent;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** What the steps of ours do. An exchange whose body is an outcome is done: every further step leaves it alone. */
final class DispatchSteps {

    private static final String VALUES = "renkei.values";
    private static final String REQUEST = "renkei.request";
    private static final String ANSWER = "renkei.answer";

    private final ConnectorFile file;
    private final Calls calls;
    private final Clock clock;

    private record Request(byte[] body, String mediaType) {
        @Override
        public String toString() {
            return "Request";
        }
    }

    DispatchSteps(ConnectorFile file, Calls calls, Clock clock) {
        this.file = file;
        this.calls = calls;
        this.clock = clock;
    }

    /** The first step of each route: what conditions may ask for becomes properties, all of them texts. */
    void open(Exchange exchange) throws PermanentFailure {
        DispatchTask task = exchange.getMessage().getBody(DispatchTask.class);
        if (!file.settings().procedures().contains(task.procedure())) {
            throw new PermanentFailure(YamlCode.OTHER_PROCEDURE.code(), null);
        }
        if (!task.originalFormat().isEmpty() || !task.parts().isEmpty()) {
            throw new PermanentFailure(YamlCode.FILES_NOT_SENT.code(), null);
        }
        FilingValues values = new FilingValues(task);
        exchange.setProperty(VALUES, values);
        values.facts().forEach((name, value) -> exchange.setProperty(Expressions.property(name), value));
        values.plainItems().forEach((id, value) -> exchange.setProperty(Expressions.property(new ItemId(id)), value));
        exchange.getMessage().setBody(null);
    }

    Processor of(Step step) {
        if (step instanceof Step.Body body) {
            return unlessDone(exchange -> fill(exchange, file.bodies().get(body.name())));
        }
        if (step instanceof Step.Call call) {
            return unlessDone(exchange -> call(exchange, call));
        }
        Step.Outcome outcome = (Step.Outcome) step;
        return unlessDone(exchange -> tell(exchange, file.answers().get(outcome.name())));
    }

    private static Processor unlessDone(Processor step) {
        return exchange -> {
            if (HttpDispatch.isOpen(exchange)) {
                step.process(exchange);
            }
        };
    }

    private static FilingValues values(Exchange exchange) {
        return exchange.getProperty(VALUES, FilingValues.class);
    }

    private static void fill(Exchange exchange, BodyTemplate template) throws PermanentFailure {
        try {
            exchange.setProperty(REQUEST, new Request(template.fill(values(exchange)), template.mediaType()));
        } catch (NotSendable e) {
            if (e.refusal().isEmpty()) {
                throw new PermanentFailure(e.getMessage(), e);
            }
            HttpDispatch.end(exchange, e.refusal().get());
        }
    }

    /** The one call of the attempt: it failed before its first byte, or nobody knows. */
    private void call(Exchange exchange, Step.Call call) throws TransientFailure {
        Request request = exchange.getProperty(REQUEST, Request.class);
        FilingValues values = values(exchange);
        try {
            String path = call.path().fill(values);
            exchange.setProperty(
                    ANSWER,
                    calls.send(call.method(), path, request.body(), request.mediaType(), headers(exchange, values)));
        } catch (NotSendable e) {
            throw new IllegalStateException("a path has facts only", e);
        } catch (IOException e) {
            if (NotSent.isIn(e)) {
                throw new TransientFailure(YamlCode.UNREACHABLE.code(), e);
            }
            HttpDispatch.end(exchange, new Unknown(YamlCode.NO_ANSWER.code()));
        }
    }

    private Map<String, String> headers(Exchange exchange, FilingValues values) {
        Map<String, String> headers = new HashMap<>();
        for (String name : file.route().headers()) {
            String value = exchange.getMessage().getHeader(name, String.class);
            if (value != null) {
                headers.put(name, value);
            }
        }
        headers.put(Calls.FILING, values.filing().toString());
        headers.put(Calls.IDEMPOTENCY_KEY, values.filing().toString());
        return headers;
    }

    private void tell(Exchange exchange, AnswerTable table) throws PermanentFailure {
        Answer answer = exchange.getProperty(ANSWER, Answer.class);
        HttpDispatch.end(
                exchange,
                table.read(answer, values(exchange).filing(), file.settings().destination(), clock.instant()));
    }
}
