package io.renkei.connector.egov.internal;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.spi.Connector;
import io.renkei.api.spi.CorrectionSender;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.FollowUpQuestion;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.LaneSettings;
import io.renkei.api.spi.MinistryConnector;
import io.renkei.api.spi.NoticeReader;
import io.renkei.api.spi.PaymentReader;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.ReadReceiptSender;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TokenVault;
import io.renkei.api.spi.TransientFailure;
import io.renkei.api.spi.WithdrawalSender;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.RoutesBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One instance per configuration of the factory PID {@value EgovConfig#PID}. */
@Component(
        service = {
            MinistryConnector.class,
            Dispatcher.class,
            Reconciler.class,
            StatusReader.class,
            NoticeReader.class,
            ReadReceiptSender.class,
            PaymentReader.class,
            CorrectionSender.class,
            WithdrawalSender.class
        },
        configurationPid = EgovConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EgovConfig.class, factory = true)
@Connector(id = "egov")
public final class EgovConnector
        implements Dispatcher,
                Reconciler,
                StatusReader,
                NoticeReader,
                ReadReceiptSender,
                PaymentReader,
                CorrectionSender,
                WithdrawalSender {

    private final EgovInstance instance;

    @Activate
    public EgovConnector(
            @Reference TlsContexts tls,
            @Reference TokenVault vault,
            @Reference Sealer sealer,
            EgovConfig config,
            Map<String, Object> properties) {
        instance = new EgovInstance(EgovSettings.of(config, properties), tls, vault, sealer, Clock.systemUTC());
    }

    @Deactivate
    void stop() {
        instance.close();
    }

    @Override
    public DestinationId destination() {
        return instance.settings().destination();
    }

    @Override
    public Health probe() {
        return instance.probe();
    }

    @Override
    public LaneSettings settings() {
        return instance.settings().lane();
    }

    @Override
    public RoutesBuilder routes(Lane lane) {
        return instance.routes(lane);
    }

    @Override
    public Finding lookUp(Question question) throws TransientFailure {
        return instance.inquiries().lookUp(question);
    }

    @Override
    public Set<CorrectionKind> corrections() {
        return Set.of(CorrectionKind.PARTIAL, CorrectionKind.WHOLE);
    }

    @Override
    public DispatchOutcome sendCorrection(Correction correction) throws TransientFailure, PermanentFailure {
        return instance.followUps().correct(correction);
    }

    @Override
    public Finding lookUpCorrection(CorrectionKind kind, FollowUpQuestion question) throws TransientFailure {
        Optional<String> receipt = instance.followUps().receipt(question.earlier());
        return kind == CorrectionKind.PARTIAL && receipt.isPresent()
                ? instance.inquiries().lookUpAmendment(question, receipt.get())
                : instance.inquiries().lookUp(new Question(question.key(), question.sender(), question.attempted()));
    }

    @Override
    public DispatchOutcome sendWithdrawal(Withdrawal withdrawal) throws TransientFailure, PermanentFailure {
        return instance.followUps().withdraw(withdrawal);
    }

    @Override
    public Finding lookUpWithdrawal(FollowUpQuestion question) throws TransientFailure {
        Optional<String> receipt = instance.followUps().receipt(question.earlier());
        return receipt.isPresent()
                ? instance.inquiries().lookUpWithdrawal(question, receipt.get())
                : new Finding.NeverArrived();
    }

    @Override
    public List<Status> statuses(List<Open> filings) throws TransientFailure {
        return instance.inquiries().statuses(filings);
    }

    @Override
    public List<NoticeHead> list(List<Open> filings) throws TransientFailure {
        return instance.inquiries().notices(filings);
    }

    @Override
    public byte[] fetch(NoticeHead notice) throws TransientFailure {
        return instance.inquiries().fetch(notice);
    }

    @Override
    public void acknowledge(NoticeHead notice) {
        instance.inquiries().acknowledge(notice);
    }

    @Override
    public void send(ReadReceipt receipt) throws TransientFailure, PermanentFailure {
        instance.inquiries().send(receipt);
    }

    @Override
    public List<Payment> payments(List<Open> filings) throws TransientFailure {
        return instance.inquiries().payments(filings);
    }
}
