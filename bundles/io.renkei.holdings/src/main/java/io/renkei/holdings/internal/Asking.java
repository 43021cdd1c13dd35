package io.renkei.holdings.internal;

import io.renkei.api.spi.HoldingsSource;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.holdings.Answer;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.state.StateUnavailable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks services for somebody who waits: all at once, under one deadline. Safe for use by several threads. */
final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Services services;
    private final Places places;
    private final Standing standing;
    private final Supplier<Duration> patience;

    Asking(Services services, Places places, Standing standing, Supplier<Duration> patience) {
        this.services = services;
        this.places = places;
        this.standing = standing;
        this.patience = patience;
    }

    /** What one service is asked. */
    @FunctionalInterface
    interface Question<T> {
        Answer<T> ask(HoldingsSource source, Link link) throws TransientFailure, PermanentFailure;
    }

    /** By service, in the order of the links. */
    <T> Map<SiteId, Answer<T>> all(List<Link> links, Question<T> question) {
        long end = System.nanoTime() + patience.get().toNanos();
        Map<SiteId, CompletableFuture<Answer<T>>> asked = new LinkedHashMap<>();
        links.forEach(link -> asked.put(link.site(), begin(link, question)));
        Map<SiteId, Answer<T>> answers = new LinkedHashMap<>();
        asked.forEach((service, answer) -> answers.put(service, await(service, answer, end)));
        return answers;
    }

    <T> Answer<T> one(Link link, Question<T> question) {
        return all(List.of(link), question).get(link.site());
    }

    private <T> CompletableFuture<Answer<T>> begin(Link link, Question<T> question) {
        Optional<HoldingsSource> source = services.source(link.site());
        if (source.isEmpty()) {
            return missing(HoldingsCode.NO_CONNECTOR);
        }
        CompletableFuture<Answer<T>> answer = new CompletableFuture<>();
        boolean begun = places.begin(link.site(), () -> ask(source.get(), link, question, answer));
        return begun ? answer : missing(HoldingsCode.TOO_MANY_CALLS);
    }

    private static <T> CompletableFuture<Answer<T>> missing(HoldingsCode code) {
        return CompletableFuture.completedFuture(new Answer.Missing<>(code.code()));
    }

    private <T> void ask(HoldingsSource source, Link link, Question<T> question, CompletableFuture<Answer<T>> answer) {
        try {
            Answer<T> value = question.ask(source, link);
            standing.answered(link.site());
            answer.complete(value);
        } catch (TransientFailure e) {
            standing.failed(link.site(), e.getMessage());
            answer.complete(new Answer.Missing<>(e.getMessage()));
        } catch (PermanentFailure e) {
            answer.complete(new Answer.Missing<>(e.getMessage()));
        } catch (StateUnavailable e) {
            answer.completeExceptionally(e);
        } catch (RuntimeException e) {
            LOG.error("{} ({})", HoldingsCode.DEFECT.line(), link.site(), e);
            answer.complete(new Answer.Missing<>(HoldingsCode.DEFECT.code()));
        }
    }

    private <T> Answer<T> await(SiteId service, CompletableFuture<Answer<T>> answer, long end) {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            standing.failed(service, HoldingsCode.TOO_SLOW.code());
            return new Answer.Missing<>(HoldingsCode.TOO_SLOW.code());
        } catch (ExecutionException e) {
            throw new StateUnavailable("the database cannot be had", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Missing<>(HoldingsCode.TOO_SLOW.code());
        }
    }
}
