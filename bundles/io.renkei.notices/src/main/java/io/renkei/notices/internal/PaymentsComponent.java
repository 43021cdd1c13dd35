package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentWords;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.rounds.Rounds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes payment requests, and lapses them, while the state is there. */
@Component(
        service = {RequestPayment.class, HealthSource.class},
        immediate = true,
        configurationPid = PaymentsConfig.PID)
@Designate(ocd = PaymentsConfig.class)
public final class PaymentsComponent implements RequestPayment, HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentsComponent.class);

    private final PaymentDesk desk;
    private final UnknownWords unknown;
    private final Rounds dueDays;
    private volatile PaymentSettings settings;

    @Activate
    public PaymentsComponent(
            PaymentsConfig config,
            Map<String, Object> all,
            @Reference PaymentStore payments,
            @Reference PaymentWords words) {
        Clock clock = Clock.systemUTC();
        this.settings = PaymentSettings.of(config, all);
        this.desk = new PaymentDesk(payments, () -> settings, clock);
        this.unknown = new UnknownWords(words);
        DueDays due = new DueDays(payments, clock);
        this.dueDays = new Rounds(
                "renkei.payments.due",
                "The look for payment requests whose last day is over",
                () -> settings.duePause(),
                () -> {
                    due.look();
                    unknown.look();
                });
    }

    @Activate
    void start() {
        dueDays.plan();
    }

    @Modified
    void configure(PaymentsConfig config, Map<String, Object> all) {
        try {
            settings = PaymentSettings.of(config, all);
            dueDays.plan();
        } catch (IllegalArgumentException e) {
            LOG.error("The settings of before stay in use; correct the file: {}", e.getMessage());
        }
    }

    @Deactivate
    void stop() {
        dueDays.close();
    }

    @Override
    public List<Finding> findings() {
        return unknown.findings();
    }

    @Override
    public Taken request(DestinationId from, SenderNumber number, PaymentRequest what) {
        return desk.request(from, number, what);
    }

    @Override
    public Reported paid(DestinationId from, PaymentId id, LocalDate on) {
        return desk.paid(from, id, on);
    }

    @Override
    public Reported cancelled(DestinationId from, PaymentId id) {
        return desk.cancelled(from, id);
    }
}
