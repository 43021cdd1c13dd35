package io.renkei.connector.eltax.internal;

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
            end(exchange, e.refused());
            return;
        } catch (IOException e) {
            throw new TransientFailure(EltaxCode.UNREADABLE_FILES.code(), e);
        }
        if (end - System.nanoTime() < settings.call().toNanos()) {
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
        Message message = exchange.getMessage();
        Integer status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        byte[] body = message.getBody(byte[].class);
        Optional<String> retryAfter = Optional.ofNullable(message.getHeader(EltaxHeaders.RETRY_AFTER, String.class));
        end(
                exchange,
                EltaxAnswers.read(
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
                throw new TransientFailure(EltaxCode.UNREACHABLE.code(), failure);
            }
        }
        end(exchange, new Unknown(EltaxCode.NO_ANSWER.code()));
    }

    boolean isOpen(Exchange exchange) {
        return !(exchange.getMessage().getBody() instanceof DispatchOutcome);
    }

    private static void end(Exchange exchange, DispatchOutcome outcome) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(outcome);
    }
}
