package io.renkei.catalogue.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.selfinfo.SelfInformationItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One whole catalogue; never changes.
 *
 * @param version SHA-256 over the files
 * @param procedures by number, in the order of the file, each with its periods
 * @param destinations by id, sorted
 * @param agencies that are asked for self-information
 * @param holidays public ones, with their names
 */
record CatalogueData(
        String version,
        Map<ItemId, Item> items,
        Map<String, CodeList> lists,
        Map<String, String> lifeEvents,
        Map<String, Destination> destinations,
        Map<DestinationId, Agency> agencies,
        SortedMap<SelfInformationNumber, SelfInformationItem> selfInformation,
        Map<LocalDate, String> holidays,
        Map<ProcedureId, List<Procedure>> procedures,
        Map<String, List<Procedure.OfficialId>> officialIds) {

    Optional<Procedure> procedure(ProcedureId id, LocalDate day) {
        for (Procedure procedure : procedures.getOrDefault(id, List.of())) {
            if (procedure.valid().contains(day)) {
                return Optional.of(procedure);
            }
        }
        return Optional.empty();
    }

    Optional<ProcedureId> byOfficialId(String officialId, LocalDate day) {
        for (Procedure.OfficialId official : officialIds.getOrDefault(officialId, List.of())) {
            if (official.valid().contains(day)) {
                return Optional.of(official.procedure());
            }
        }
        return Optional.empty();
    }

    /** Of a destination or an agency. */
    Optional<String> name(DestinationId id) {
        return destination(id)
                .map(Destination::nameJa)
                .or(() -> Optional.ofNullable(agencies.get(id)).map(Agency::nameJa));
    }

    /** Of a destination or an agency. */
    Optional<ServiceHours> hours(DestinationId id) {
        return destination(id)
                .map(Destination::hours)
                .or(() -> Optional.ofNullable(agencies.get(id)).map(Agency::hours));
    }

    private Optional<Destination> destination(DestinationId id) {
        Destination exact = destinations.get(id.value());
        return Optional.ofNullable(exact != null ? exact : destinations.get(id.kind() + ".*"));
    }
}
