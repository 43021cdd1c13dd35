package io.renkei.door.pages.internal;

import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.delegation.Delegations;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeEvidence;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.records.AccessRecords;
import io.renkei.ports.selfinfo.PersonProofs;
import io.renkei.ports.selfinfo.SelfInformation;
import io.renkei.ports.selfinfo.SelfInformationItems;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.trust.ReceiptSealer;
import io.renkei.ports.trust.UserCertificates;
import java.net.URI;
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

/** The pages in OSGi. They stay while services come and go, and say so meanwhile. */
@Component(service = PagesDoor.class, configurationPid = PagesConfig.PID)
@Designate(ocd = PagesConfig.class)
public final class PagesDoor implements Ports {

    private static final Logger LOG = LoggerFactory.getLogger(PagesDoor.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Accounts accounts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Sessions sessions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile UserCertificates certificates;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Sites sites;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Links links;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Handovers handovers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Interactions interactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SelfInformation selfInformation;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SelfInformationItems items;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile AccessRecords accessRecords;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Delegations delegations;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Catalogue catalogue;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Holdings holdings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile AccountInboxes inboxes;

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
    private volatile NoticeEvidence evidence;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile AnnouncementStore announcements;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PaymentStore payments;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ContentStore content;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PersonProofs personProofs;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ReceiptSealer sealer;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile CompanyProvider company;

    private final Routes routes = Table.of(this, new PresentCompany());
    private volatile PagesSettings settings;

    /** @throws IllegalArgumentException if the settings cannot be used */
    @Activate
    public PagesDoor(PagesConfig config) {
        this.settings = PagesSettings.of(config);
    }

    @Modified
    void change(PagesConfig config) {
        try {
            settings = PagesSettings.of(config);
        } catch (IllegalArgumentException e) {
            LOG.error("PAGES-070: the change is not used; the settings of before stay in use:\n{}", e.getMessage());
        }
    }

    Front front() {
        return new Front(this, routes, () -> settings, Clock.systemUTC(), System::nanoTime);
    }

    @Override
    public Accounts accounts() {
        return present(accounts, Accounts.class);
    }

    @Override
    public Sessions sessions() {
        return present(sessions, Sessions.class);
    }

    @Override
    public UserCertificates certificates() {
        return present(certificates, UserCertificates.class);
    }

    @Override
    public Sites sites() {
        return present(sites, Sites.class);
    }

    @Override
    public Links links() {
        return present(links, Links.class);
    }

    @Override
    public Handovers handovers() {
        return present(handovers, Handovers.class);
    }

    @Override
    public Interactions interactions() {
        return present(interactions, Interactions.class);
    }

    @Override
    public SelfInformation selfInformation() {
        return present(selfInformation, SelfInformation.class);
    }

    @Override
    public SelfInformationItems items() {
        return present(items, SelfInformationItems.class);
    }

    @Override
    public AccessRecords accessRecords() {
        return present(accessRecords, AccessRecords.class);
    }

    @Override
    public Delegations delegations() {
        return present(delegations, Delegations.class);
    }

    @Override
    public Catalogue catalogue() {
        return present(catalogue, Catalogue.class);
    }

    @Override
    public Holdings holdings() {
        return present(holdings, Holdings.class);
    }

    @Override
    public AccountInboxes inboxes() {
        return present(inboxes, AccountInboxes.class);
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
    public NoticeEvidence evidence() {
        return present(evidence, NoticeEvidence.class);
    }

    @Override
    public AnnouncementStore announcements() {
        return present(announcements, AnnouncementStore.class);
    }

    @Override
    public PaymentStore payments() {
        return present(payments, PaymentStore.class);
    }

    @Override
    public ContentStore content() {
        return present(content, ContentStore.class);
    }

    @Override
    public PersonProofs personProofs() {
        return present(personProofs, PersonProofs.class);
    }

    @Override
    public ReceiptSealer sealer() {
        return present(sealer, ReceiptSealer.class);
    }

    private static <T> T present(T service, Class<T> type) {
        if (service == null) {
            throw new PartMissing(type);
        }
        return service;
    }

    /** The provider of now; none while its settings are wrong. */
    private final class PresentCompany implements CompanyProvider {

        private CompanyProvider now() {
            CompanyProvider present = company;
            return present == null ? CompanyProvider.NONE : present;
        }

        @Override
        public boolean isOffered() {
            return now().isOffered();
        }

        @Override
        public String kinds(Language language) {
            return now().kinds(language);
        }

        @Override
        public URI authorization(Attempt attempt, URI redirect) {
            return now().authorization(attempt, redirect);
        }

        @Override
        public Authenticator.CompanyAccount finish(Map<String, String> answer, Attempt attempt, URI redirect)
                throws NotSignedIn {
            return now().finish(answer, attempt, redirect);
        }
    }
}
