package io.renkei.itests.odd;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.LaneSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;

/** A connector that misbehaves in the way that its bundle says. */
public final class OddConnector implements Dispatcher {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private String mode = "";
    private String destination = "";

    void start(Map<String, Object> properties) {
        mode = (String) properties.get("mode");
        destination = (String) properties.get("destination");
        if (mode.equals("throws")) {
            throw new IllegalStateException("this connector never starts");
        }
        if (mode.equals("leaks")) {
            Thread leaked = new Thread(OddConnector::hang, "leaked-by-odd");
            leaked.setDaemon(true);
            leaked.start();
        }
    }

    void stop() {
        if (mode.equals("hangs")) {
            hang();
        }
    }

    private static void hang() {
        try {
            NEVER.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public DestinationId destination() {
        return new DestinationId(destination);
    }

    @Override
    public Health probe() {
        return Health.UP;
    }

    @Override
    public LaneSettings settings() {
        Duration second = Duration.ofSeconds(1);
        return new LaneSettings(1, second, 3, second, second, second);
    }

    @Override
    public RoutesBuilder routes(Lane lane) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(lane.uri()).routeId(lane.routePrefix() + ".dispatch").setBody(constant("no outcome"));
            }
        };
    }
}
