package io.renkei.companystore.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.ports.catalogue.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catalogue that knows a few names. */
final class Names implements Catalogue {

    private static final Set<String> DESTINATIONS = Set.of("hello-work", "e-tax");

    @Override
    public Optional<String> destinationName(DestinationId destination) {
        return Optional.of(destination.value()).filter(DESTINATIONS::contains);
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
