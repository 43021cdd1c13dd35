package io.renkei.connector.egov.internal;

import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TokenVault.Tokens;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpDispatch;
import io.renkei.http.HttpReply;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The steps of one dispatch around its calls. An exchange whose body is an outcome is done. */
final class DispatchSteps {

    private static final String TASK = "egov.task";
    private static final String REQUEST = "egov.request";
    private static final String VERSION = "egov.token.version";
    private static final String END = "egov.end";
    private static final int UNAUTHORIZED = 401;
    private static final Duration CONSENT_PAUSE = Duration.ofDays(1);

    private final EgovSettings settings;
    private final EgovPackage packages;
    private final EgovTokens tokens;
    private final Clock clock;

    DispatchSteps(EgovSettings settings, EgovPackage packages, EgovTokens tokens, Clock clock) {
        this.settings = settings;
        this.packages = packages;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Makes the request of a task; nothing is sent. */
    void open(Exchange exchange) throws TransientFailure, PermanentFailure {
        DispatchTask task = exchange.getMessage().getBody(DispatchTask.class);
        exchange.setProperty(TASK, task);
        exchange.setProperty(
                END, System.nanoTime() + settings.lane().totalTimeout().toNanos());
        authorize(exchange, tokens.usable(task.sender()));
        if (HttpDispatch.isOpen(exchange)) {
            try {
                exchange.setProperty(REQUEST, packages.request(task));
            } catch (IOException e) {
                throw new TransientFailure(EgovCode.UNREADABLE_FILES.code(), e);
            }
        }
    }

    /** Sets the request as body, if there is time enough for its call. */
    void prepare(Exchange exchange) throws TransientFailure {
        long left = exchange.getProperty(END, Long.class) - System.nanoTime();
        if (left < settings.http().call().toNanos()) {
            throw new TransientFailure(EgovCode.NO_TIME.code(), null);
        }
        Message message = exchange.getMessage();
        message.setBody(exchange.getProperty(REQUEST));
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader(EgovHeaders.ACCEPT, "application/json");
        if (settings.trial()) {
            message.setHeader(EgovApi.TRIAL, "true");
        }
    }

    /** Whether e-Gov did not take the access token, and therefore nothing at all. */
    boolean isUnauthorized(Exchange exchange) {
        return HttpDispatch.status(exchange) == UNAUTHORIZED;
    }

    /** A newer token in place of the one that was not taken. */
    void renew(Exchange exchange) throws TransientFailure {
        DispatchTask task = exchange.getProperty(TASK, DispatchTask.class);
        exchange.getMessage().setBody(null);
        authorize(exchange, tokens.renewed(task.sender(), exchange.getProperty(VERSION, Long.class)));
    }

    /** The outcome that an answer means. */
    void answer(Exchange exchange) throws TransientFailure, PermanentFailure {
        if (isUnauthorized(exchange)) {
            throw new TransientFailure(EgovCode.TOKEN_REJECTED.code(), null);
        }
        HttpReply reply = HttpDispatch.reply(exchange);
        HttpDispatch.end(exchange, EgovAnswers.read(settings.destination(), reply, clock.instant()));
    }

    /** The outcome of a call without an answer. */
    void noAnswer(Exchange exchange) throws TransientFailure {
        HttpDispatch.noAnswer(exchange, EgovCode.UNREACHABLE.code(), EgovCode.NO_ANSWER.code());
    }

    private void authorize(Exchange exchange, Optional<Tokens> token) {
        if (token.isEmpty()) {
            HttpDispatch.end(
                    exchange, new Deferred(clock.instant().plus(CONSENT_PAUSE), EgovCode.CONSENT_NEEDED.code()));
            return;
        }
        exchange.setProperty(VERSION, token.get().version());
        exchange.getMessage()
                .setHeader(EgovHeaders.AUTHORIZATION, "Bearer " + token.get().accessToken());
    }
}
