package io.renkei.delivery.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.outgoing.HttpsCaller;
import io.renkei.ports.state.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One delivery service, as its file says. A change that cannot be used leaves the settings of before in use; one that can is
 * in use at once, beside the calls of before that are still under way.
 */
@Component(
        service = HealthSource.class,
        immediate = true,
        configurationPid = DeliveryConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DeliveryConfig.class, factory = true)
public final class DeliveryComponent implements HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryComponent.class);
    private static final String PART = "private delivery";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(5);

    private final DeliveryChannels channels;
    private final Function<DeliverySettings, Courier> couriers;
    private volatile Courier courier;

    /** @throws IllegalArgumentException if the settings cannot be used */
    @Activate
    public DeliveryComponent(
            DeliveryConfig config,
            @Reference DeliveryChannels channels,
            @Reference Outbox outbox,
            @Reference DeliveryStore list,
            @Reference NoticeStore notices,
            @Reference ContentStore contents,
            @Reference Sealer sealer,
            @Reference TlsContexts tls) {
        Clock clock = Clock.systemUTC();
        this.channels = channels;
        this.couriers = settings -> {
            HttpsCaller caller =
                    new HttpsCaller(tls.client(settings.trust(), settings.identity()), settings.patience());
            Backoff backoff = new Backoff(
                    LOOK,
                    settings.longestPause(),
                    () -> ThreadLocalRandom.current().nextDouble());
            return new Courier(
                    settings,
                    outbox,
                    list,
                    notices,
                    new HttpsCarrier(settings.way(), settings.address(), caller, contents, sealer, clock),
                    () -> channels.isFirst(this),
                    clock,
                    new Courier.Pauses(LOOK, backoff, END));
        };
        try {
            courier = couriers.apply(DeliverySettings.of(config));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(DeliveryCode.SETTINGS.line() + "\n" + e.getMessage(), e);
        }
    }

    @Activate
    void start() {
        channels.name(courier.settings().service(), this);
        courier.start();
    }

    @Modified
    void change(DeliveryConfig config) {
        Courier before = courier;
        Courier next;
        try {
            next = couriers.apply(DeliverySettings.of(config));
        } catch (IllegalArgumentException e) {
            LOG.error("{}\n{}", DeliveryCode.CHANGE.line(), e.getMessage());
            return;
        }
        before.end();
        courier = next;
        start();
        new Thread(before::close, "renkei.delivery.end").start();
    }

    @Deactivate
    void stop() {
        channels.leave(this);
        courier.close();
    }

    @Override
    public List<Finding> findings() {
        String service = courier.settings().service();
        if (!channels.isFirst(this)) {
            return List.of(Finding.warning(PART, service + ": " + DeliveryCode.TWICE.line()));
        }
        return List.of(courier.trouble()
                .map(why -> Finding.warning(PART, service + ": " + DeliveryCode.NOT_TAKEN.line() + " (" + why + ")"))
                .orElseGet(() -> Finding.ok(PART, service + " takes notices.")));
    }
}
