package io.renkei.catalogue.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.selfinfo.SelfInformationItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The folder of the files. Reads them together, and tells whether they changed. */
final class CatalogueFolder {

    static final List<String> FILES = List.of(
            ItemsFile.NAME,
            SmallFiles.CODES,
            SmallFiles.LIFE_EVENTS,
            SmallFiles.DESTINATIONS,
            ServiceHoursFile.HOLIDAYS,
            SelfInformationFile.AGENCIES,
            SelfInformationFile.NAME,
            ProceduresFile.NAME);

    private static final long MOST_BYTES = 4 * 1024 * 1024;
    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final Path folder;

    CatalogueFolder(Path folder) {
        this.folder = folder;
    }

    /** A look at the files: name, time and size of each. Two equal looks mean that nobody writes at the moment. */
    List<String> look() {
        List<String> look = new ArrayList<>();
        for (String name : FILES) {
            try {
                BasicFileAttributes file = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
                look.add(name + " " + file.lastModifiedTime() + " " + file.size());
            } catch (IOException e) {
                look.add(name + " cannot be seen");
            }
        }
        return look;
    }

    /** @throws CatalogueRefused with all that is wrong, over all files */
    CatalogueData read() throws CatalogueRefused {
        DataFaults faults = new DataFaults();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Map<String, Yaml> files = new LinkedHashMap<>();
        for (String name : FILES) {
            files.put(name, parse(name, faults, all));
        }
        // What the other files hold is unknown when one cannot be read: each name in them would look dangling.
        faults.refuse();
        rootKeys(files);
        Map<ItemId, Item> items = ItemsFile.read(files.get(ItemsFile.NAME));
        Map<String, CodeList> lists = SmallFiles.codes(files.get(SmallFiles.CODES));
        Map<String, String> lifeEvents = SmallFiles.lifeEvents(files.get(SmallFiles.LIFE_EVENTS));
        Map<String, Destination> destinations = SmallFiles.destinations(files.get(SmallFiles.DESTINATIONS));
        Map<LocalDate, String> holidays = ServiceHoursFile.holidays(files.get(ServiceHoursFile.HOLIDAYS));
        Map<DestinationId, Agency> agencies =
                SelfInformationFile.agencies(files.get(SelfInformationFile.AGENCIES), destinations);
        SortedMap<SelfInformationNumber, SelfInformationItem> selfInformation =
                SelfInformationFile.items(files.get(SelfInformationFile.NAME), agencies.keySet());
        ProceduresFile procedures = new ProceduresFile(items, lifeEvents.keySet(), destinations.keySet());
        procedures.read(files.get(ProceduresFile.NAME));
        references(files, items, lists, lifeEvents, procedures.procedures());
        faults.refuse();
        return new CatalogueData(
                Sha256.of(all.toByteArray()).hex(),
                items,
                lists,
                lifeEvents,
                destinations,
                agencies,
                selfInformation,
                holidays,
                procedures.procedures(),
                procedures.officialIds());
    }

    private Yaml parse(String name, DataFaults faults, ByteArrayOutputStream all) {
        JsonNode node = MissingNode.getInstance();
        try {
            if (Files.size(folder.resolve(name)) > MOST_BYTES) {
                faults.add(name, "", "has more than " + MOST_BYTES + " bytes.");
            } else {
                byte[] bytes = Files.readAllBytes(folder.resolve(name));
                all.writeBytes((name + '\n' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
                all.writeBytes(bytes);
                node = YAML.readTree(bytes);
            }
        } catch (JsonProcessingException e) {
            faults.add(
                    name,
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr(),
                    "is no YAML: " + e.getOriginalMessage().lines().findFirst().orElse("it cannot be read") + ".");
        } catch (IOException e) {
            faults.add(name, "", "cannot be read in " + folder + "; put it there and let the gateway's user read it.");
        }
        return new Yaml(name, "", node, faults);
    }

    private static void rootKeys(Map<String, Yaml> files) {
        Map<String, String> roots = Map.of(
                ItemsFile.NAME, "items",
                SmallFiles.CODES, "lists",
                SmallFiles.LIFE_EVENTS, "life-events",
                SmallFiles.DESTINATIONS, "destinations",
                ServiceHoursFile.HOLIDAYS, "holidays",
                SelfInformationFile.AGENCIES, "agencies",
                SelfInformationFile.NAME, "items",
                ProceduresFile.NAME, "procedures");
        files.forEach((name, file) -> {
            if (file.isMapOf("version", roots.get(name))) {
                if (!file.has("version") || file.number("version", 1, 1, 1) != 1) {
                    file.at("version").fault("is missing; this gateway reads version 1.");
                }
                if (!file.has(roots.get(name))) {
                    file.at(roots.get(name)).fault("is missing.");
                }
            }
        });
    }

    private static void references(
            Map<String, Yaml> files,
            Map<ItemId, Item> items,
            Map<String, CodeList> lists,
            Map<String, String> lifeEvents,
            Map<ProcedureId, List<Procedure>> procedures) {
        Yaml itemsFile = files.get(ItemsFile.NAME).at("items");
        for (Item item : items.values()) {
            if (item.type() == ItemType.CODE && !item.list().isEmpty() && !lists.containsKey(item.list())) {
                itemsFile
                        .at(item.id().value())
                        .fault("the code list " + item.list() + " is not in " + SmallFiles.CODES + ".");
            }
            for (ItemId member : item.members().keySet()) {
                if (!items.containsKey(member)) {
                    itemsFile.at(item.id().value()).fault("the item " + member + " is not in this file.");
                }
            }
            if (item.min() > item.max()) {
                itemsFile.at(item.id().value()).fault("its max is below its min.");
            }
        }
        Set<String> used = procedures.values().stream()
                .flatMap(List::stream)
                .flatMap(procedure -> procedure.lifeEvents().stream())
                .collect(Collectors.toSet());
        for (String lifeEvent : lifeEvents.keySet()) {
            if (!used.contains(lifeEvent)) {
                files.get(SmallFiles.LIFE_EVENTS)
                        .at("life-events")
                        .at(lifeEvent)
                        .fault("no procedure belongs to it.");
            }
        }
    }
}
