package io.renkei.connector.healthsociety.internal;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
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
            end(exchange, e.refused());
            return;
        } catch (IOException e) {
            throw new TransientFailure(SocietyCode.UNREADABLE_FILES.code(), e);
        }
        if (end - System.nanoTime() < settings.call().toNanos()) {
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
        Message message = exchange.getMessage();
        Integer status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        byte[] body = message.getBody(byte[].class);
        Optional<String> retryAfter = Optional.ofNullable(message.getHeader(SocietyHeaders.RETRY_AFTER, String.class));
        end(
                exchange,
                SocietyAnswers.read(
                        settings.destination(),
                        status == null ? 0 : status,
                        retryAfter,
                        body == null ? new byte[0] : body,
                        clock.instant()));
    }

    /** The outcome of a call without an answer. */
    void noAnswer(Exchange exchange) throws TransientFailure {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotSent) {
                throw new TransientFailure(SocietyCode.UNREACHABLE.code(), failure);
            }
        }
        end(exchange, new Unknown(SocietyCode.NO_ANSWER.code()));
    }

    boolean isOpen(Exchange exchange) {
        return !(exchange.getMessage().getBody() instanceof DispatchOutcome);
    }

    private static void end(Exchange exchange, DispatchOutcome outcome) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(outcome);
    }
}
