package io.renkei.catalogue.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.selfinfo.SelfInformationItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads agencies.yaml and self-information.yaml. */
final class SelfInformationFile {

    static final String AGENCIES = "agencies.yaml";
    static final String NAME = "self-information.yaml";

    private SelfInformationFile() {}

    /** @param destinations that filings go to, whose ids an agency cannot have */
    static Map<DestinationId, Agency> agencies(Yaml file, Map<String, Destination> destinations) {
        Map<DestinationId, Agency> agencies = new TreeMap<>();
        file.at("agencies").entries().forEach((key, entry) -> {
            Optional<DestinationId> id = entry.id(key, DestinationId::new);
            if (destinations.containsKey(key)) {
                entry.fault("stands in " + SmallFiles.DESTINATIONS + " as well; give the agency an id of its own.");
            }
            if (id.isPresent() && entry.isMapOf("name", "hours", "closed")) {
                Optional<String> name = entry.text("name");
                ServiceHours hours = ServiceHoursFile.hours(entry);
                name.ifPresent(text -> agencies.put(id.get(), new Agency(text, hours)));
            }
        });
        return Collections.unmodifiableMap(agencies);
    }

    static SortedMap<SelfInformationNumber, SelfInformationItem> items(Yaml file, Collection<DestinationId> agencies) {
        SortedMap<SelfInformationNumber, SelfInformationItem> items = new TreeMap<>();
        for (Yaml entry : file.at("items").list()) {
            if (entry.isMapOf("number", "field", "subfield", "name", "name-en", "code", "sources")) {
                entry.text("number")
                        .flatMap(text -> entry.at("number").id(text, SelfInformationNumber::new))
                        .ifPresent(number -> {
                            Yaml place = entry.named("item " + number);
                            if (items.containsKey(number)) {
                                place.fault("stands there twice.");
                            }
                            item(number, place, agencies).ifPresent(item -> items.put(number, item));
                        });
            }
        }
        return Collections.unmodifiableSortedMap(items);
    }

    private static Optional<SelfInformationItem> item(
            SelfInformationNumber number, Yaml entry, Collection<DestinationId> agencies) {
        Optional<String> field = entry.text("field");
        Optional<String> subfield = entry.text("subfield");
        Optional<String> name = entry.text("name");
        Optional<String> nameEn = entry.text("name-en");
        Optional<InformationCode> code =
                entry.textIfThere("code").flatMap(text -> entry.at("code").id(text, InformationCode::new));
        List<DestinationId> sources = sources(entry.at("sources"), agencies);
        if (field.isEmpty() || subfield.isEmpty() || name.isEmpty() || nameEn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SelfInformationItem(number, field.get(), subfield.get(), name.get(), nameEn.get(), sources, code));
    }

    /** A source is an agency, or a kind of agency: then each that is linked. */
    private static List<DestinationId> sources(Yaml entry, Collection<DestinationId> agencies) {
        TreeSet<DestinationId> sources = new TreeSet<>();
        for (Yaml each : entry.list()) {
            each.text()
                    .flatMap(text -> each.id(text, DestinationId::new))
                    .ifPresent(source -> agencies.stream()
                            .filter(agency ->
                                    agency.equals(source) || agency.kind().equals(source.value()))
                            .forEach(sources::add));
        }
        return new ArrayList<>(sources);
    }
}
