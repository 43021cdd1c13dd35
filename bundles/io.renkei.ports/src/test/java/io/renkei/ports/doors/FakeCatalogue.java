package io.renkei.ports.doors;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.ports.catalogue.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of two destinations and one procedure. */
public final class FakeCatalogue implements Catalogue {

    private static final Map<String, String> DESTINATIONS = Map.of("hello-work", "ハローワーク", "e-tax", "国税電子申告");

    @Override
    public Optional<String> destinationName(DestinationId destination) {
        return Optional.ofNullable(DESTINATIONS.get(destination.value()));
    }

    @Override
    public Optional<String> procedureName(ProcedureId procedure) {
        return procedure.value().equals("12") ? Optional.of("雇用保険 被保険者資格取得届") : Optional.empty();
    }

    @Override
    public Planning plan(ApplicationPackage content, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ProcedureId> byOfficialId(String officialId, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DestinationRow> destinations() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Opening opening(DestinationId destination, Instant now) {
        return Opening.ALWAYS;
    }

    @Override
    public String version() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isPublicHoliday(LocalDate day) {
        return false;
    }
}
