package io.renkei.door.rest.internal;

import io.renkei.api.spi.TokenVault;
import io.renkei.ports.access.Partners;
import io.renkei.ports.announcements.Announce;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.notices.RetentionStore;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.ports.submissions.RecordSubmission;
import io.renkei.ports.submissions.ReferToData;
import io.renkei.ports.submissions.SubmissionStore;
import io.renkei.ports.trust.EvidenceSealer;
import io.renkei.ports.trust.ReceiptSealer;
import java.time.Clock;
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

/**
 * The door in OSGi. Its servlet stays while services come and go, and answers 503 meanwhile: a 404 would tell a caller
 * that its application does not exist.
 */
@Component(service = RestDoor.class, configurationPid = RestConfig.PID)
@Designate(ocd = RestConfig.class)
public final class RestDoor implements Ports {

    private static final Logger LOG = LoggerFactory.getLogger(RestDoor.class);

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
    private volatile MessageStore messages;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile DeliveryStore deliveries;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile RetentionStore retention;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ReceiveNotice receiver;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Announce announce;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile AnnouncementStore announcements;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile AccountInboxes inboxes;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile RequestPayment requestPayment;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PaymentStore payments;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile RecordSubmission records;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ReferToData references;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SubmissionStore submissions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ContentStore content;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile TokenVault tokens;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ReceiptSealer sealer;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EvidenceSealer evidence;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile BatchStore batches;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Catalogue catalogue;

    private final Routes routes = Table.of(this, Clock.systemUTC());
    private volatile RestSettings settings;

    @Activate
    public RestDoor(RestConfig config) {
        this.settings = RestSettings.of(config);
    }

    @Modified
    void change(RestConfig config) {
        try {
            settings = RestSettings.of(config);
        } catch (IllegalArgumentException e) {
            LOG.error("REST-030: the change is not used; the bounds of before stay in use. Write {}", e.getMessage());
        }
    }

    Guard guard() {
        return new Guard(this, routes, () -> settings, System::nanoTime);
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
    public MessageStore messages() {
        return present(messages, MessageStore.class);
    }

    @Override
    public DeliveryStore deliveries() {
        return present(deliveries, DeliveryStore.class);
    }

    @Override
    public RetentionStore retention() {
        return present(retention, RetentionStore.class);
    }

    @Override
    public ReceiveNotice receiver() {
        return present(receiver, ReceiveNotice.class);
    }

    @Override
    public Announce announce() {
        return present(announce, Announce.class);
    }

    @Override
    public AccountInboxes inboxes() {
        return present(inboxes, AccountInboxes.class);
    }

    @Override
    public AnnouncementStore announcements() {
        return present(announcements, AnnouncementStore.class);
    }

    @Override
    public RequestPayment requestPayment() {
        return present(requestPayment, RequestPayment.class);
    }

    @Override
    public PaymentStore payments() {
        return present(payments, PaymentStore.class);
    }

    @Override
    public RecordSubmission records() {
        return present(records, RecordSubmission.class);
    }

    @Override
    public ReferToData references() {
        return present(references, ReferToData.class);
    }

    @Override
    public SubmissionStore submissions() {
        return present(submissions, SubmissionStore.class);
    }

    @Override
    public ContentStore content() {
        return present(content, ContentStore.class);
    }

    @Override
    public TokenVault tokens() {
        return present(tokens, TokenVault.class);
    }

    @Override
    public ReceiptSealer sealer() {
        return present(sealer, ReceiptSealer.class);
    }

    @Override
    public EvidenceSealer evidence() {
        return present(evidence, EvidenceSealer.class);
    }

    @Override
    public BatchStore batches() {
        return present(batches, BatchStore.class);
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
