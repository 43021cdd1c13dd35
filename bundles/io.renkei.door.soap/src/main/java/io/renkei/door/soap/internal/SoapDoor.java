package io.renkei.door.soap.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.ports.access.Partners;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.notices.RetentionStore;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FollowUpStore;
import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door in OSGi. It stays while services come and go, and answers 503 meanwhile. */
@Component(service = SoapDoor.class, configurationPid = SoapConfig.PID)
@Designate(ocd = SoapConfig.class)
public final class SoapDoor implements Ports {

    private static final Logger LOG = LoggerFactory.getLogger(SoapDoor.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Partners partners;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SubmitApplication intake;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile CorrectFiling corrections;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ApplicationStore applications;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile FollowUpStore followUps;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile NoticeStore notices;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile NoticePeriods periods;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ReceiveNotice receiver;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile RetentionStore retention;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PaymentStore payments;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile RequestPayment requestPayment;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ContentStore content;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Sealer sealer;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Catalogue catalogue;

    private volatile SoapSettings settings;

    @Activate
    public SoapDoor(SoapConfig config, Map<String, Object> all) {
        this.settings = SoapSettings.of(config, all);
    }

    @Modified
    void change(SoapConfig config, Map<String, Object> all) {
        try {
            settings = SoapSettings.of(config, all);
        } catch (IllegalArgumentException e) {
            LOG.error("SOAP-024: the change is not used; the bounds of before stay in use. Write {}", e.getMessage());
        }
    }

    Guard guard() {
        return new Guard(this, () -> settings, System::nanoTime);
    }

    Endpoints endpoints() {
        return new Endpoints(this, () -> settings, Clock.systemUTC());
    }

    @Override
    public Partners partners() {
        return present(partners, Partners.class);
    }

    @Override
    public SubmitApplication intake() {
        return present(intake, SubmitApplication.class);
    }

    @Override
    public CorrectFiling corrections() {
        return present(corrections, CorrectFiling.class);
    }

    @Override
    public ApplicationStore applications() {
        return present(applications, ApplicationStore.class);
    }

    @Override
    public FollowUpStore followUps() {
        return present(followUps, FollowUpStore.class);
    }

    @Override
    public NoticeStore notices() {
        return present(notices, NoticeStore.class);
    }

    @Override
    public NoticePeriods periods() {
        return present(periods, NoticePeriods.class);
    }

    @Override
    public ReceiveNotice receiver() {
        return present(receiver, ReceiveNotice.class);
    }

    @Override
    public RetentionStore retention() {
        return present(retention, RetentionStore.class);
    }

    @Override
    public PaymentStore payments() {
        return present(payments, PaymentStore.class);
    }

    @Override
    public RequestPayment requestPayment() {
        return present(requestPayment, RequestPayment.class);
    }

    @Override
    public ContentStore content() {
        return present(content, ContentStore.class);
    }

    @Override
    public Sealer sealer() {
        return present(sealer, Sealer.class);
    }

    @Override
    public Catalogue catalogue() {
        return present(catalogue, Catalogue.class);
    }

    private static <T> T present(T service, Class<T> type) {
        if (service == null) {
            throw new PartMissing(type);
        }
        return service;
    }
}
