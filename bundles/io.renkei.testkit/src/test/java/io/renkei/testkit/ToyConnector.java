package io.renkei.testkit;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.LaneSettings;
import io.renkei.api.spi.MessageReader;
import io.renkei.api.spi.PaymentReader;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;

/** A small connector that keeps each promise, except those that it is told to break. */
final class ToyConnector implements Dispatcher, Reconciler, StatusReader, MessageReader, PaymentReader {

    /** A promise that is broken. */
    enum Sin {
        PROBE_SUBMITS,
        PROBE_WAITS,
        KEY_STAYS_HOME,
        RESENDS,
        TRANSIENT_AFTER_SENDING,
        REFUSED_CONNECTION_IS_UNKNOWN,
        BELIEVES_ANYTHING,
        IGNORES_RETRY_AFTER,
        WAITS_FOR_EVER,
        OTHER_ROUTE_ID,
        OWN_ERROR_HANDLER,
        JUDGES_EARLY,
        NO_OUTCOME,
        SETTINGS_CHANGE,
        LEAVES_A_THREAD,
        TELLS_OF_OTHERS,
        TELLS_WITHOUT_ASKING,
        WANTS_FROM_OTHERS,
        NUMBERS_ANEW,
        FORGETS_MESSAGES,
        KEEPS_MESSAGES,
        AN_EMPTY_BOX_WHEN_AWAY
    }

    static final DestinationId TOY = new DestinationId("toy");
    private static final Box BOX = new Box("1", new PartnerId("acme"));

    /** One for all: its threads end with the last reference to it only. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();

    private final URI url;
    private final Set<Sin> sins;
    private int reads;
    private boolean isConfirmed;

    ToyConnector(String url, Set<Sin> sins) {
        this.url = URI.create(url + "/");
        this.sins = sins;
        if (sins.contains(Sin.LEAVES_A_THREAD)) {
            Thread left =
                    new Thread(() -> LockSupport.parkNanos(Duration.ofMinutes(1).toNanos()), "toy");
            left.setDaemon(true);
            left.start();
        }
    }

    @Override
    public DestinationId destination() {
        return TOY;
    }

    @Override
    public LaneSettings settings() {
        int attempts = sins.contains(Sin.SETTINGS_CHANGE) ? ++reads : 3;
        return new LaneSettings(
                1,
                Duration.ofSeconds(2),
                attempts,
                Duration.ofMillis(10),
                Duration.ofSeconds(1),
                Duration.ofMillis(10));
    }

    @Override
    public Health probe() {
        try {
            send(sins.contains(Sin.PROBE_SUBMITS) ? "probe" : "", sins.contains(Sin.PROBE_WAITS) ? 2_500 : 900);
            return Health.UP;
        } catch (IOException e) {
            return Health.down("TOY-001");
        }
    }

    @Override
    public Finding lookUp(Question question) throws TransientFailure {
        return sins.contains(Sin.JUDGES_EARLY) ? new Finding.NeverArrived() : new Finding.NotYetKnown();
    }

    @Override
    public List<Status> statuses(List<Open> filings) throws TransientFailure {
        if (!sins.contains(Sin.TELLS_WITHOUT_ASKING) && !probe().reachable()) {
            throw new TransientFailure("TOY-001", null);
        }
        FilingKey filing = sins.contains(Sin.TELLS_OF_OTHERS)
                ? ToyTask.fresh().filing()
                : filings.get(0).filing();
        return List.of(new Status(filing, List.of(FilingEvent.TRANSMISSION_CONFIRMED), List.of(), "here", ""));
    }

    @Override
    public List<Payment> payments(List<Open> filings) throws TransientFailure {
        if (!probe().reachable()) {
            throw new TransientFailure("TOY-001", null);
        }
        FilingKey filing = sins.contains(Sin.WANTS_FROM_OTHERS)
                ? ToyTask.fresh().filing()
                : filings.get(0).filing();
        String number = sins.contains(Sin.NUMBERS_ANEW) ? Integer.toString(++reads) : "1";
        return List.of(new Payment(
                filing,
                number,
                "手数料",
                100,
                "00100",
                "1",
                "1",
                "",
                LocalDate.of(2999, 12, 31),
                Standing.WAITING,
                "",
                Optional.empty()));
    }

    @Override
    public List<Box> boxes() {
        return List.of(BOX);
    }

    @Override
    public Page list(Box box, Optional<String> after) throws TransientFailure {
        if (!sins.contains(Sin.AN_EMPTY_BOX_WHEN_AWAY) && !probe().reachable()) {
            throw new TransientFailure("TOY-001", null);
        }
        boolean isHidden = sins.contains(Sin.FORGETS_MESSAGES) && ++reads > 1;
        return new Page(isConfirmed || isHidden ? List.of() : List.of(new MessageHead(box, "M-1")), Optional.empty());
    }

    @Override
    public Message fetch(MessageHead head) {
        return new Message(
                new byte[] {1},
                "お知らせ",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Origin("toy:443", Sha256.of(new byte[0])));
    }

    @Override
    public void acknowledge(MessageHead head) {
        isConfirmed = !sins.contains(Sin.KEEPS_MESSAGES);
    }

    @Override
    public RoutesBuilder routes(Lane lane) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                if (sins.contains(Sin.OWN_ERROR_HANDLER)) {
                    errorHandler(defaultErrorHandler().maximumRedeliveries(1));
                }
                from(lane.uri())
                        .routeId(sins.contains(Sin.OTHER_ROUTE_ID) ? "toy" : lane.routePrefix() + ".dispatch")
                        .process(ToyConnector.this::dispatch);
            }
        };
    }

    private void dispatch(Exchange exchange) throws TransientFailure {
        DispatchTask task = exchange.getMessage().getBody(DispatchTask.class);
        String body = sins.contains(Sin.KEY_STAYS_HOME) ? "?" : task.filing().toString();
        if (!sins.contains(Sin.NO_OUTCOME)) {
            exchange.getMessage().setBody(outcome(body));
        }
    }

    private DispatchOutcome outcome(String body) throws TransientFailure {
        long longest = sins.contains(Sin.WAITS_FOR_EVER) ? 5_000 : 1_000;
        try {
            return read(send(body, longest));
        } catch (ConnectException e) {
            if (sins.contains(Sin.REFUSED_CONNECTION_IS_UNKNOWN)) {
                return new Unknown("TOY-002");
            }
            throw new TransientFailure("TOY-001", e);
        } catch (IOException e) {
            if (sins.contains(Sin.TRANSIENT_AFTER_SENDING)) {
                throw new TransientFailure("TOY-002", e);
            }
            return sins.contains(Sin.RESENDS) ? again(body, longest) : new Unknown("TOY-002");
        }
    }

    private DispatchOutcome again(String body, long longest) {
        try {
            return read(send(body, longest));
        } catch (IOException e) {
            return new Unknown("TOY-002");
        }
    }

    private DispatchOutcome read(HttpResponse<String> answer) {
        boolean busy = answer.statusCode() == 429 || answer.statusCode() == 503;
        if (busy) {
            long seconds = sins.contains(Sin.IGNORES_RETRY_AFTER)
                    ? 0
                    : answer.headers().firstValueAsLong("Retry-After").orElse(60);
            return new Deferred(Instant.now().plusSeconds(seconds), "TOY-003");
        }
        if (sins.contains(Sin.BELIEVES_ANYTHING) || answer.body().matches("number [0-9]+")) {
            String number = answer.body().replaceAll("[^0-9]", "") + "0";
            return new Acknowledged(Level.ARRIVED, List.of(new ReceiptNumber(TOY, "number", number)));
        }
        return new Unknown("TOY-004");
    }

    /** One call with one deadline for all of it. */
    private HttpResponse<String> send(String body, long longestMillis) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        if (!body.isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        CompletableFuture<HttpResponse<String>> answer =
                HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return answer.get(longestMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
