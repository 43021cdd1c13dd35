package io.renkei.catalogue.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.selfinfo.SelfInformationItem;
import io.renkei.ports.selfinfo.SelfInformationItems;
import io.renkei.ports.settings.ChangeLog;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the catalogue and looks at its files four times a second. */
@Component(
        service = {Catalogue.class, SelfInformationItems.class},
        immediate = true,
        configurationPid = "io.renkei.catalogue")
@Designate(ocd = CatalogueConfig.class)
public final class CatalogueComponent implements Catalogue, SelfInformationItems {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueComponent.class);
    private static final long LOOK_MILLIS = 250;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ChangeLog changes;

    private final Path folder;
    private final LiveCatalogue catalogue;
    private final ScheduledExecutorService looks;

    /** @throws IllegalArgumentException if the files are no catalogue; the component then stays away */
    @Activate
    public CatalogueComponent(BundleContext context, CatalogueConfig config) {
        folder = folder(context, config);
        catalogue = LiveCatalogue.of(folder);
        looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "renkei.catalogue");
            thread.setDaemon(true);
            return thread;
        });
        LOG.info("The catalogue is read; version {}.", catalogue.version());
    }

    static Path folder(BundleContext context, CatalogueConfig config) {
        return config.directory().isBlank()
                ? Path.of(context.getProperty("karaf.etc"), "catalogue")
                : Path.of(config.directory());
    }

    @Activate
    void start() {
        looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The boundary of the thread: a defect in one look must not end the looks. */
    private void look() {
        try {
            String before = catalogue.version();
            catalogue.look();
            ChangeLog log = changes;
            if (log != null && !before.equals(catalogue.version())) {
                log.replaced("io.renkei.catalogue", "(catalogue)", before, catalogue.version(), newest());
            }
        } catch (RuntimeException e) {
            LOG.error("The catalogue could not be looked at; the one in use stays. Report this.", e);
        }
    }

    private Path newest() {
        return CatalogueFolder.FILES.stream()
                .map(folder::resolve)
                .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                .orElse(folder);
    }

    @Deactivate
    void stop() {
        looks.shutdownNow();
    }

    @Override
    public Planning plan(ApplicationPackage content, LocalDate day) {
        return catalogue.plan(content, day);
    }

    @Override
    public Optional<String> destinationName(DestinationId destination) {
        return catalogue.destinationName(destination);
    }

    @Override
    public Optional<String> procedureName(ProcedureId procedure) {
        return catalogue.procedureName(procedure);
    }

    @Override
    public Optional<ProcedureId> byOfficialId(String officialId, LocalDate day) {
        return catalogue.byOfficialId(officialId, day);
    }

    @Override
    public List<DestinationRow> destinations() {
        return catalogue.destinations();
    }

    @Override
    public Opening opening(DestinationId destination, Instant now) {
        return catalogue.opening(destination, now);
    }

    @Override
    public boolean isPublicHoliday(LocalDate day) {
        return catalogue.isPublicHoliday(day);
    }

    @Override
    public List<SelfInformationItem> all() {
        return catalogue.all();
    }

    @Override
    public Optional<SelfInformationItem> find(SelfInformationNumber number) {
        return catalogue.find(number);
    }

    @Override
    public String version() {
        return catalogue.version();
    }

    @Override
    public List<String> faults() {
        return catalogue.faults();
    }
}
