package io.renkei.linkage.internal;

import io.renkei.ports.delegation.DelegationStore;
import io.renkei.ports.delegation.Delegations;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.SessionStore;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.records.AccessRecords;
import io.renkei.ports.rounds.Rounds;
import io.renkei.ports.selfinfo.SelfInformation;
import io.renkei.ports.selfinfo.SelfInformationItems;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.trust.ReceiptSealer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes sessions, links, handovers and delegations while their stores are there. */
@Component(
        service = {},
        immediate = true,
        configurationPid = LinkageConfig.PID)
@Designate(ocd = LinkageConfig.class)
public final class LinkageComponent {

    private static final Logger LOG = LoggerFactory.getLogger(LinkageComponent.class);

    private static final Duration WARN_PAUSE = Duration.ofMinutes(1);

    private final Rounds sweeps;
    private final Rounds warnings;
    private final List<ServiceRegistration<?>> services;
    private volatile LinkageSettings settings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SelfInformation information;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile AccessRecords records;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SelfInformationItems items;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Holdings holdings;

    /** @throws IllegalArgumentException if the settings cannot be used */
    @Activate
    public LinkageComponent(
            BundleContext context,
            LinkageConfig config,
            @Reference Sites sites,
            @Reference Accounts accounts,
            @Reference SessionStore sessionStore,
            @Reference LinkStore linkStore,
            @Reference HandoverStore handoverStore,
            @Reference DelegationStore delegationStore,
            @Reference ReceiptSealer sealer) {
        Clock clock = Clock.systemUTC();
        settings = LinkageSettings.of(config);
        Agencies agencies = new Agencies(
                () -> Optional.ofNullable(information),
                () -> Optional.ofNullable(records),
                () -> Optional.ofNullable(items),
                () -> Optional.ofNullable(holdings));
        Receipts receipts = new Receipts(sealer, agencies::name);
        Delegations delegations = new KernelDelegations(delegationStore, accounts, linkStore, sites, clock);
        KernelHandovers handovers = new KernelHandovers(
                sites, linkStore, handoverStore, delegations, agencies, receipts, () -> settings, clock);
        Sweep sweep = new Sweep(handoverStore, sessionStore, handovers.collecting(), () -> settings, clock);
        sweeps = new Rounds(
                "renkei.linkage.sweep", "The look after handovers", () -> settings.lookPause(), sweep::round);
        DelegationWatch watch = new DelegationWatch(delegationStore, clock);
        warnings = new Rounds(
                "renkei.linkage.warn", "The warning of delegations that end", () -> WARN_PAUSE, watch::round);
        services = List.of(
                context.registerService(Sessions.class, new KernelSessions(sessionStore, () -> settings), null),
                context.registerService(
                        Links.class, new KernelLinks(sites, accounts, linkStore, receipts, clock), null),
                context.registerService(Delegations.class, delegations, null),
                context.registerService(Handovers.class, handovers, null),
                context.registerService(HealthSource.class, sweep::findings, null));
    }

    @Activate
    void start() {
        sweeps.plan();
        warnings.plan();
    }

    @Modified
    void change(LinkageConfig config) {
        try {
            settings = LinkageSettings.of(config);
            sweeps.plan();
            LOG.info("New settings are in use");
        } catch (IllegalArgumentException e) {
            LOG.error("{}\n{}", LinkageCode.SETTINGS.line(), e.getMessage());
        }
    }

    @Deactivate
    void stop() {
        services.forEach(ServiceRegistration::unregister);
        sweeps.close();
        warnings.close();
    }
}
