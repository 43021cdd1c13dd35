package io.renkei.holdings.internal;

import io.renkei.api.spi.CertificateReader;
import io.renkei.api.spi.HoldingsSource;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.XmlSignatures;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
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

/** Serves pages, and gathers, while state, content, trust and links are there. */
@Component(service = HealthSource.class, immediate = true, configurationPid = HoldingsConfig.PID)
@Designate(ocd = HoldingsConfig.class)
public final class HoldingsComponent implements HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(HoldingsComponent.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final List<HoldingsSource> sources = new CopyOnWriteArrayList<>();
    private final List<CertificateReader> readers = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Links>> links = new AtomicReference<>(Optional.empty());
    private final Kernel kernel;
    private volatile HoldingsSettings settings;
    private ServiceRegistration<Holdings> registration;

    @Activate
    public HoldingsComponent(
            HoldingsConfig config,
            Map<String, Object> all,
            @Reference HoldingStore store,
            @Reference ContentStore contents,
            @Reference XmlSignatures signatures,
            @Reference TrustAnchors anchors) {
        settings = HoldingsSettings.of(config, all);
        kernel = new Kernel(
                new Kernel.Ground(store, contents, this::links, signatures, anchors),
                () -> sources,
                () -> readers,
                () -> settings,
                Clock.systemUTC(),
                LOOK);
    }

    /** Optional, so that what goes on by itself outlives a change of the bundle with the links; without them nothing is released. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setLinks(Links found) {
        links.set(Optional.of(found));
    }

    void unsetLinks(Links gone) {
        links.updateAndGet(now -> now.filter(held -> held != gone));
    }

    private Links links() {
        return links.get()
                .orElseThrow(
                        () -> new StateUnavailable("there are no links: the bundle that holds them is away", null));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(HoldingsSource source) {
        sources.add(source);
    }

    void removeSource(HoldingsSource source) {
        sources.remove(source);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addReader(CertificateReader reader) {
        readers.add(reader);
    }

    void removeReader(CertificateReader reader) {
        readers.remove(reader);
    }

    @Activate
    void start(BundleContext context) {
        kernel.start();
        registration = context.registerService(Holdings.class, kernel.holdings(), null);
    }

    @Modified
    void configure(HoldingsConfig config, Map<String, Object> all) {
        try {
            settings = HoldingsSettings.of(config, all);
            LOG.info("New settings are in use.");
        } catch (IllegalArgumentException e) {
            LOG.error("The settings of before stay in use; correct the file: {}", e.getMessage());
        }
    }

    @Deactivate
    void stop() {
        registration.unregister();
        kernel.close();
    }

    @Override
    public List<Finding> findings() {
        return kernel.findings();
    }
}
