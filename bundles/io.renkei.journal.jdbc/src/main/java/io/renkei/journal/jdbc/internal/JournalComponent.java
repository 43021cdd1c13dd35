package io.renkei.journal.jdbc.internal;

import io.renkei.api.spi.TokenVault;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.LogoutWords;
import io.renkei.ports.artefacts.ProviderKeys;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.delegation.DelegationStore;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.lanes.Holds;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.RetentionStore;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentWords;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.SessionStore;
import io.renkei.ports.records.AccessRecordStore;
import io.renkei.ports.records.AccessRecords;
import io.renkei.ports.selfinfo.LinkageCodeStore;
import io.renkei.ports.selfinfo.PersonProofs;
import io.renkei.ports.selfinfo.QuestionStore;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.submissions.SubmissionStore;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the journal as its configuration says. A faulty change leaves the running journal as it is. */
@Component(
        immediate = true,
        service = {},
        configurationPid = "io.renkei.journal.jdbc")
@Designate(ocd = JournalConfig.class)
public final class JournalComponent {

    private static final Logger LOG = LoggerFactory.getLogger(JournalComponent.class);

    private JournalSettings settings;
    private Journal journal;
    private List<ServiceRegistration<?>> services = List.of();

    @Activate
    void activate(BundleContext context, JournalConfig config) {
        start(context, read(context, config));
    }

    @Modified
    void modified(BundleContext context, JournalConfig config) {
        JournalSettings before = settings;
        try {
            JournalSettings wanted = read(context, config);
            if (!wanted.equals(before)) {
                deactivate();
                start(context, wanted);
            }
        } catch (StartRefused e) {
            LOG.error("the changed settings are not taken, the journal goes on with those before: {}", e.getMessage());
            if (journal == null) {
                start(context, before);
            }
        }
    }

    @Deactivate
    void deactivate() {
        services.forEach(ServiceRegistration::unregister);
        services = List.of();
        if (journal != null) {
            journal.close();
            journal = null;
        }
    }

    private void start(BundleContext context, JournalSettings wanted) {
        Journal opened = Journal.open(wanted);
        journal = opened;
        settings = wanted;
        services = List.of(
                context.registerService(ContentStore.class, opened.contents(), null),
                context.registerService(Holds.class, opened.holds(), null),
                context.registerService(FilingStore.class, opened.filings(), null),
                context.registerService(FollowUpStore.class, opened.followUps(), null),
                context.registerService(Outbox.class, opened.outbox(), null),
                context.registerService(NoticeStore.class, opened.notices(), null),
                context.registerService(MessageStore.class, opened.messages(), null),
                context.registerService(RetentionStore.class, opened.retention(), null),
                context.registerService(DeliveryStore.class, opened.deliveries(), null),
                context.registerService(AnnouncementStore.class, opened.announcements(), null),
                context.registerService(PaymentStore.class, opened.payments(), null),
                context.registerService(PaymentWords.class, opened.paymentWords(), null),
                context.registerService(SubmissionStore.class, opened.submissions(), null),
                context.registerService(Artefacts.class, opened.artefacts(), null),
                context.registerService(SiteGrants.class, opened.grants(), null),
                context.registerService(ProviderKeys.class, opened.providerKeys(), null),
                context.registerService(LogoutWords.class, opened.logoutWords(), null),
                context.registerService(Interactions.class, opened.interactions(), null),
                context.registerService(Accounts.class, opened.accounts(), null),
                context.registerService(AccountInboxes.class, opened.accountInboxes(), null),
                context.registerService(AccountJournal.class, opened.accountJournal(), null),
                context.registerService(SessionStore.class, opened.sessions(), null),
                context.registerService(LinkStore.class, opened.links(), null),
                context.registerService(HandoverStore.class, opened.handovers(), null),
                context.registerService(DelegationStore.class, opened.delegations(), null),
                context.registerService(QuestionStore.class, opened.questions(), null),
                context.registerService(
                        new String[] {AccessRecords.class.getName(), AccessRecordStore.class.getName()},
                        opened.accessRecords(),
                        null),
                context.registerService(
                        new String[] {PersonProofs.class.getName(), LinkageCodeStore.class.getName()},
                        opened.linkageCodes(),
                        null),
                context.registerService(BatchStore.class, opened.batches(), null),
                context.registerService(HoldingStore.class, opened.holdings(), null),
                context.registerService(TokenVault.class, opened.tokens(), null),
                context.registerService(ApplicationStore.class, opened.applications(), null));
    }

    static JournalSettings read(BundleContext context, JournalConfig config) {
        return JournalSettings.of(
                config.database_url(),
                config.database_user(),
                config.database_password(),
                config.pool_size(),
                config.pool_wait_millis(),
                config.master_key(),
                config.disk_free_min_bytes(),
                context::getProperty);
    }
}
