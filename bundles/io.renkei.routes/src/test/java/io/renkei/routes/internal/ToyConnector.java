package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.LaneSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;

/** A connector whose answers a test says. */
class ToyConnector implements Dispatcher {

    static final DestinationId HELLO_WORK = new DestinationId("hello-work");

    /** What a destination does with a task. */
    interface Answer {
        Object to(DispatchTask task) throws Exception;
    }

    final List<DispatchTask> tasks = new CopyOnWriteArrayList<>();
    final DestinationId destination;
    volatile Answer answer = ToyConnector::accept;
    volatile Health health = Health.UP;
    volatile LaneSettings settings = settings(4, Duration.ofSeconds(5), 5);

    ToyConnector() {
        this(HELLO_WORK);
    }

    ToyConnector(DestinationId destination) {
        this.destination = destination;
    }

    static LaneSettings settings(int concurrency, Duration timeout, int attempts) {
        return new LaneSettings(
                concurrency, timeout, attempts, Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofMillis(20));
    }

    static ReceiptNumber receipt(DispatchTask task) {
        return new ReceiptNumber(task.destination(), "arrive-id", "R" + task.filing());
    }

    static DispatchOutcome accept(DispatchTask task) {
        return new DispatchOutcome.Acknowledged(DispatchOutcome.Level.TRANSMITTED, List.of(receipt(task)));
    }

    @Override
    public DestinationId destination() {
        return destination;
    }

    @Override
    public Health probe() {
        return health;
    }

    @Override
    public LaneSettings settings() {
        return settings;
    }

    @Override
    public RoutesBuilder routes(Lane lane) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(lane.uri()).routeId(lane.routePrefix() + ".dispatch").process(exchange -> {
                    DispatchTask task = exchange.getMessage().getBody(DispatchTask.class);
                    tasks.add(task);
                    exchange.getMessage().setBody(answer.to(task));
                });
            }
        };
    }
}
