package io.renkei.connector.eltax.internal;

import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpDispatch;
import io.renkei.http.HttpReply;
import java.io.IOException;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The steps of one dispatch around its call. An exchange whose body is an outcome is done. */
final class DispatchSteps {

    private final EltaxSettings settings;
    private final Sealer sealer;
    private final Clock clock;

    DispatchSteps(EltaxSettings settings, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Makes the request of a task, if there is time enough for its call; nothing is sent. */
    void open(Exchange exchange) throws TransientFailure, PermanentFailure {
        long end = System.nanoTime() + settings.lane().totalTimeout().toNanos();
        DispatchTask task = exchange.getMessage().getBody(DispatchTask.class);
        EltaxRequest request;
        try {
            request = EltaxRequest.of(task, sealer);
        } catch (FormFault e) {
            HttpDispatch.end(exchange, e.refused());
            return;
        } catch (IOException e) {
            throw new TransientFailure(EltaxCode.UNREADABLE_FILES.code(), e);
        }
        if (end - System.nanoTime() < settings.http().call().toNanos()) {
            throw new TransientFailure(EltaxCode.NO_TIME.code(), null);
        }
        Message message = exchange.getMessage();
        message.setBody(request.body());
        message.setHeader(Exchange.CONTENT_TYPE, request.mediaType());
        message.setHeader(EltaxHeaders.ACCEPT, "application/json");
        message.setHeader(EltaxHeaders.FILING, task.filing().toString());
    }

    /** The outcome that an answer means. */
    void answer(Exchange exchange) throws PermanentFailure {
        HttpReply reply = HttpDispatch.reply(exchange);
        HttpDispatch.end(exchange, EltaxAnswers.read(settings.destination(), reply, clock.instant()));
    }

    /** The outcome of a call without an answer. */
    void noAnswer(Exchange exchange) throws TransientFailure {
        HttpDispatch.noAnswer(exchange, EltaxCode.UNREACHABLE.code(), EltaxCode.NO_ANSWER.code());
    }
}
