package io.renkei.connector.healthsociety.internal;

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

    private final SocietySettings settings;
    private final Sealer sealer;
    private final Clock clock;

    DispatchSteps(SocietySettings settings, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Makes the request of a task, if there is time enough for its call; nothing is sent. */
    void open(Exchange exchange) throws TransientFailure, PermanentFailure {
        long end = System.nanoTime() + settings.lane().totalTimeout().toNanos();
        DispatchTask task = exchange.getMessage().getBody(DispatchTask.class);
        SocietyRequest request;
        try {
            request = SocietyRequest.of(task, sealer);
        } catch (FormFault e) {
            HttpDispatch.end(exchange, e.refused());
            return;
        } catch (IOException e) {
            throw new TransientFailure(SocietyCode.UNREADABLE_FILES.code(), e);
        }
        if (end - System.nanoTime() < settings.http().call().toNanos()) {
            throw new TransientFailure(SocietyCode.NO_TIME.code(), null);
        }
        Message message = exchange.getMessage();
        message.setBody(request.body());
        message.setHeader(Exchange.CONTENT_TYPE, request.mediaType());
        message.setHeader(SocietyHeaders.ACCEPT, "application/json");
        message.setHeader(SocietyHeaders.FILING, task.filing().toString());
        message.setHeader(SocietyHeaders.PACKAGE_DIGEST, task.packageDigest().hex());
        message.setHeader(SocietyHeaders.SEAL, request.seal());
    }

    /** The outcome that an answer means. */
    void answer(Exchange exchange) throws PermanentFailure {
        HttpReply reply = HttpDispatch.reply(exchange);
        HttpDispatch.end(exchange, SocietyAnswers.read(settings.destination(), reply, clock.instant()));
    }

    /** The outcome of a call without an answer. */
    void noAnswer(Exchange exchange) throws TransientFailure {
        HttpDispatch.noAnswer(exchange, SocietyCode.UNREACHABLE.code(), SocietyCode.NO_ANSWER.code());
    }
}
