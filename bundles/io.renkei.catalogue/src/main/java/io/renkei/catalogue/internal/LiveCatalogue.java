package io.renkei.catalogue.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.selfinfo.SelfInformationItem;
import io.renkei.ports.selfinfo.SelfInformationItems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue in use, replaced whole when its files change. Each call reads one version. */
public final class LiveCatalogue implements Catalogue, SelfInformationItems {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCatalogue.class);

    private final CatalogueFolder folder;
    private volatile CatalogueData data;
    private volatile List<String> faults = List.of();
    private List<String> judged;
    private List<String> lastLook;

    LiveCatalogue(CatalogueFolder folder) throws CatalogueRefused {
        this.folder = folder;
        this.judged = folder.look();
        this.lastLook = judged;
        this.data = folder.read();
    }

    /**
     * A catalogue without a container, for a command-line tool.
     *
     * @throws IllegalArgumentException if the folder holds no catalogue; the message lists all that is wrong, a line each
     */
    public static LiveCatalogue of(java.nio.file.Path folder) {
        try {
            return new LiveCatalogue(new CatalogueFolder(folder));
        } catch (CatalogueRefused e) {
            throw new IllegalArgumentException("the catalogue in " + folder + " is refused:\n" + e.getMessage());
        }
    }

    /** Looks at the files. A change that stands still since the last look is taken up, or told once and left. */
    synchronized void look() {
        List<String> now = folder.look();
        boolean still = now.equals(lastLook);
        lastLook = now;
        if (!still || now.equals(judged)) {
            return;
        }
        judged = now;
        try {
            CatalogueData changed = folder.read();
            faults = List.of();
            if (!changed.version().equals(data.version())) {
                data = changed;
                LOG.info(
                        "The catalogue was replaced; version {}, {} procedures.",
                        changed.version(),
                        changed.procedures().size());
            }
        } catch (CatalogueRefused e) {
            faults = e.faults();
            LOG.error(
                    "The changed catalogue is refused and the one in use stays ({} faults). Correct the files:\n{}",
                    e.faults().size(),
                    e.getMessage());
        }
    }

    @Override
    public Planning plan(ApplicationPackage content, LocalDate day) {
        return new Planner(data, content, day).plan();
    }

    @Override
    public Optional<String> destinationName(DestinationId destination) {
        return data.name(destination);
    }

    @Override
    public Optional<String> procedureName(ProcedureId procedure) {
        List<Procedure> periods = data.procedures().getOrDefault(procedure, List.of());
        return periods.isEmpty()
                ? Optional.empty()
                : Optional.of(periods.get(periods.size() - 1).nameJa());
    }

    @Override
    public Optional<ProcedureId> byOfficialId(String officialId, LocalDate day) {
        return data.byOfficialId(officialId, day);
    }

    @Override
    public List<DestinationRow> destinations() {
        return data.destinations().values().stream()
                .map(row -> new DestinationRow(row.id(), row.nameJa(), row.connector()))
                .toList();
    }

    @Override
    public Opening opening(DestinationId destination, Instant now) {
        CatalogueData used = data;
        return used.hours(destination)
                .map(hours -> hours.opening(now, used.holidays().keySet()))
                .orElse(Opening.ALWAYS);
    }

    @Override
    public boolean isPublicHoliday(LocalDate day) {
        return data.holidays().containsKey(day);
    }

    @Override
    public List<SelfInformationItem> all() {
        return List.copyOf(data.selfInformation().values());
    }

    @Override
    public Optional<SelfInformationItem> find(SelfInformationNumber number) {
        return Optional.ofNullable(data.selfInformation().get(number));
    }

    @Override
    public String version() {
        return data.version();
    }

    @Override
    public List<String> faults() {
        return faults;
    }
}
