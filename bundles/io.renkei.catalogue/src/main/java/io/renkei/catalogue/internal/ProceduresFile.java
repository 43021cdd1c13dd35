package io.renkei.catalogue.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ProcedureId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads procedures.yaml and checks what it names against the other files. */
final class ProceduresFile {

    static final String NAME = "procedures.yaml";

    private static final Pattern BY_ITEM = Pattern.compile("(.+)\\.\\{(.+)}");
    private static final Pattern OFFICIAL_ID = Pattern.compile("[0-9A-Z]{16}");

    private final Map<ItemId, Item> items;
    private final Set<String> lifeEvents;
    private final Set<String> destinations;
    private final Map<ProcedureId, List<Procedure>> procedures = new LinkedHashMap<>();
    private final Map<String, List<Procedure.OfficialId>> officialIds = new LinkedHashMap<>();

    ProceduresFile(Map<ItemId, Item> items, Set<String> lifeEvents, Set<String> destinations) {
        this.items = items;
        this.lifeEvents = lifeEvents;
        this.destinations = destinations;
    }

    Map<ProcedureId, List<Procedure>> procedures() {
        return procedures;
    }

    Map<String, List<Procedure.OfficialId>> officialIds() {
        return officialIds;
    }

    void read(Yaml file) {
        for (Yaml line : file.at("procedures").list()) {
            if (line.isMapOf(
                    "number",
                    "name",
                    "category",
                    "life-events",
                    "second-and-later",
                    "valid",
                    "official-ids",
                    "destinations",
                    "items")) {
                line.text("number")
                        .flatMap(number -> line.at("number").id(number, ProcedureId::new))
                        .ifPresent(id -> procedure(id, line.named("procedure " + id)));
            }
        }
    }

    private void procedure(ProcedureId id, Yaml entry) {
        Optional<String> name = entry.text("name");
        entry.text("category");
        entry.flag("second-and-later");
        Period valid = entry.period("valid");
        Procedure procedure =
                new Procedure(id, name.orElse(""), lifeEvents(entry), valid, destinations(entry), items(entry));
        List<Procedure> periods = procedures.computeIfAbsent(id, number -> new ArrayList<>());
        if (periods.stream().anyMatch(other -> other.valid().overlaps(valid))) {
            entry.at("valid")
                    .fault("overlaps another period of the same procedure; end one on the day the other begins.");
        }
        periods.add(procedure);
        officialIds(id, entry.at("official-ids"));
    }

    private Set<String> lifeEvents(Yaml entry) {
        Set<String> found = new LinkedHashSet<>();
        for (Yaml line : entry.at("life-events").list()) {
            line.text().ifPresent(lifeEvent -> {
                if (lifeEvents.contains(lifeEvent)) {
                    found.add(lifeEvent);
                } else {
                    line.fault("the life event " + lifeEvent + " is not in " + SmallFiles.LIFE_EVENTS + ".");
                }
            });
        }
        if (!entry.has("life-events")) {
            entry.at("life-events").fault("is missing.");
        }
        return Set.copyOf(found);
    }

    private Optional<Map<ItemId, Boolean>> items(Yaml entry) {
        Yaml value = entry.at("items");
        if (value.isText("unknown")) {
            return Optional.empty();
        }
        if (!entry.has("items")) {
            value.fault("is missing; write unknown, or required and optional.");
            return Optional.empty();
        }
        if (!value.isMapOf("required", "optional")) {
            return Optional.empty();
        }
        Map<ItemId, Boolean> listed = ItemLists.read(value);
        for (ItemId item : listed.keySet()) {
            if (!items.containsKey(item)) {
                value.fault("the item " + item + " is not in " + ItemsFile.NAME + ".");
            }
        }
        Map<ItemId, Boolean> ordered = new LinkedHashMap<>();
        for (ItemId item : items.keySet()) {
            if (listed.containsKey(item)) {
                ordered.put(item, listed.get(item));
            }
        }
        return Optional.of(ordered);
    }

    private List<DestinationRule> destinations(Yaml entry) {
        List<DestinationRule> rules = new ArrayList<>();
        Yaml list = entry.at("destinations");
        for (Yaml line : list.list()) {
            if (line.isMapOf("to", "individual-number")) {
                line.text("to").flatMap(to -> rule(to, line)).ifPresent(rule -> {
                    if (!destinations.contains(rule.listedAs())) {
                        line.at("to")
                                .fault("the destination " + rule.listedAs() + " is not in " + SmallFiles.DESTINATIONS
                                        + ".");
                    }
                    if (rules.stream().anyMatch(other -> other.listedAs().equals(rule.listedAs()))) {
                        line.at("to").fault("the procedure goes there twice.");
                    }
                    rules.add(rule);
                });
            }
        }
        if (rules.isEmpty()) {
            list.fault("names no destination.");
        }
        return List.copyOf(rules);
    }

    private Optional<DestinationRule> rule(String to, Yaml line) {
        boolean individualNumber = line.flag("individual-number");
        Matcher byItem = BY_ITEM.matcher(to);
        if (!byItem.matches()) {
            return line.at("to")
                    .id(to, DestinationId::new)
                    .map(id -> new DestinationRule(Optional.of(id), id.kind(), Optional.empty(), individualNumber));
        }
        Optional<DestinationId> kind = line.at("to").id(byItem.group(1), DestinationId::new);
        Optional<ItemId> item = line.at("to").id(byItem.group(2), ItemId::new);
        if (item.isPresent() && !items.containsKey(item.get())) {
            line.at("to").fault("the item " + item.get() + " is not in " + ItemsFile.NAME + ".");
        }
        return kind.isEmpty() || item.isEmpty()
                ? Optional.empty()
                : Optional.of(new DestinationRule(Optional.empty(), kind.get().value(), item, individualNumber));
    }

    private void officialIds(ProcedureId id, Yaml list) {
        for (Yaml line : list.list()) {
            if (!line.isMapOf("id", "valid")) {
                continue;
            }
            Period valid = line.period("valid");
            line.text("id").ifPresent(text -> {
                if (!OFFICIAL_ID.matcher(text).matches()) {
                    line.at("id").fault("is no official identifier: 16 digits and capital letters, in quotes.");
                }
                List<Procedure.OfficialId> meanings = officialIds.computeIfAbsent(text, key -> new ArrayList<>());
                if (meanings.stream().anyMatch(other -> other.valid().overlaps(valid))) {
                    line.fault("the identifier names another procedure in a period that overlaps.");
                }
                meanings.add(new Procedure.OfficialId(text, valid, id));
            });
        }
    }
}
