package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.NoticeFolder;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.lanes.Ability;
import io.renkei.ports.lanes.Holds;
import io.renkei.ports.lanes.LaneView;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.ReceiveMessage;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.packages.Packages;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentWords;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.Outbox;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the route host while state, content and bus are there, and gives it every connector that appears. */
@Component(
        service = {Lanes.class, HealthSource.class},
        immediate = true,
        configurationPid = RoutesConfig.PID)
@Designate(ocd = RoutesConfig.class)
public final class RoutesComponent implements Lanes, HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(RoutesComponent.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ReceiveNotice receiveNotice;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile NoticeStore notices;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ReceiveMessage receiveMessage;

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
    private volatile PaymentWords paymentWords;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Catalogue catalogue;

    private final Clock clock = Clock.systemUTC();
    private final Deadlines deadlines = new Deadlines();
    private final String usualNode;
    private final RouteHost host;
    private final ServiceTracker<Dispatcher, ConnectorTracker.Tracked> connectors;
    private final ServiceTracker<NoticeFolder, NoticeFolder> folders;
    private final BundleContext bundles;
    private final StoppingBundles stopping;
    private volatile RoutesSettings settings;

    @Activate
    public RoutesComponent(
            BundleContext bundles,
            RoutesConfig config,
            @Reference FilingStore filings,
            @Reference ApplicationStore applications,
            @Reference Outbox outbox,
            @Reference ContentStore contents,
            @Reference Packages packages,
            @Reference Holds holds,
            @Reference Bus bus) {
        this.bundles = bundles;
        usualNode = bundles.getProperty("org.osgi.framework.uuid");
        settings = RoutesSettings.of(config, usualNode);
        host = new RouteHost(new Kernel(
                filings,
                applications,
                outbox,
                contents,
                packages,
                bus,
                () -> Optional.ofNullable(receiveNotice),
                () -> Optional.ofNullable(notices),
                () -> Optional.ofNullable(receiveMessage),
                () -> Optional.ofNullable(requestPayment),
                () -> Optional.ofNullable(payments),
                () -> Optional.ofNullable(paymentWords),
                holds::holds,
                () -> Optional.ofNullable(catalogue),
                deadlines,
                clock,
                () -> settings));
        stopping = new StoppingBundles(host);
        connectors = new ServiceTracker<>(bundles, Dispatcher.class, new ConnectorTracker(bundles, host));
        folders = new ServiceTracker<>(bundles, NoticeFolder.class, new FolderTracker(bundles, host.folders()));
    }

    @Activate
    void start() {
        host.start();
        bundles.addBundleListener(stopping);
        connectors.open();
        folders.open();
    }

    @Modified
    void configure(RoutesConfig config) {
        try {
            settings = RoutesSettings.of(config, usualNode);
            host.configured();
            LOG.info("New settings are in use.");
        } catch (IllegalArgumentException e) {
            LOG.error("The settings of before stay in use; correct the file: {}", e.getMessage());
        }
    }

    @Deactivate
    void stop() {
        folders.close();
        connectors.close();
        host.close();
        bundles.removeBundleListener(stopping);
    }

    @Override
    public List<LaneView> lanes() {
        return host.lanes();
    }

    @Override
    public Optional<Set<Ability>> abilities(DestinationId destination) {
        return host.abilities(destination);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(deadlines.findings(clock.instant(), settings.noticeDeadline()));
        findings.addAll(host.folders().findings());
        return findings;
    }
}
