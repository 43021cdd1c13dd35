package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.ports.catalogue.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A catalogue that knows nothing but when destinations are open. */
final class ToyHours implements Catalogue {

    final Map<DestinationId, Opening> openings = new ConcurrentHashMap<>();
    volatile String version = "1";

    @Override
    public Opening opening(DestinationId destination, Instant now) {
        return openings.getOrDefault(destination, Opening.ALWAYS);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Planning plan(ApplicationPackage content, LocalDate day) {
        throw new UnsupportedOperationException("nothing is planned here");
    }

    @Override
    public Optional<String> destinationName(DestinationId destination) {
        return Optional.empty();
    }

    @Override
    public Optional<String> procedureName(ProcedureId procedure) {
        return Optional.empty();
    }

    @Override
    public Optional<ProcedureId> byOfficialId(String officialId, LocalDate day) {
        return Optional.empty();
    }

    @Override
    public List<DestinationRow> destinations() {
        return List.of();
    }

    @Override
    public boolean isPublicHoliday(LocalDate day) {
        return false;
    }
}
