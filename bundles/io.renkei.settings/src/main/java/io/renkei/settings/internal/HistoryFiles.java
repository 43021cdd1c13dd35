package io.renkei.settings.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renkei.ports.settings.SettingsChange;
import io.renkei.ports.settings.SettingsChange.Edit;
import io.renkei.ports.settings.SettingsChange.Kind;
import io.renkei.ports.settings.SettingsChange.Via;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One JSON file per configuration, for their owner's eyes; each is replaced whole and synced. */
final class HistoryFiles {

    private static final String ENDING = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Logger LOG = LoggerFactory.getLogger(HistoryFiles.class);

    private final Path folder;

    /** @throws UncheckedIOException if the folder can neither be made nor read */
    HistoryFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, History.Record> readAll() {
        Map<String, History.Record> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
                String name = file.getFileName().toString();
                name = name.substring(0, name.length() - ENDING.length());
                try {
                    all.put(name, record(name, JSON.readTree(file.toFile())));
                } catch (IOException | IllegalArgumentException | DateTimeException e) {
                    Files.move(
                            file,
                            file.resolveSibling(name + ".unreadable"),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                    LOG.error(
                            "The history of {} begins anew, the file is kept aside; it cannot be read: {}",
                            name,
                            e.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    void write(String name, History.Record record) throws IOException {
        Path written = folder.resolve(name + ".new");
        try (FileChannel out = FileChannel.open(
                written,
                java.util.Set.of(
                        StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(json(record)));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(
                written,
                folder.resolve(name + ENDING),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel here = FileChannel.open(folder, StandardOpenOption.READ)) {
            here.force(true);
        }
    }

    private static ObjectNode json(History.Record record) {
        ObjectNode root = JSON.createObjectNode();
        record.values().ifPresent(values -> values.forEach(root.putObject("values")::put));
        record.text().ifPresent(digest -> root.put("text", digest));
        ArrayNode changes = root.putArray("changes");
        for (SettingsChange change : record.changes()) {
            ObjectNode node = changes.addObject()
                    .put("number", change.number())
                    .put("at", change.at().toString())
                    .put("via", change.via().name())
                    .put("who", change.who())
                    .put("kind", change.kind().name());
            Optional.ofNullable(record.textsBefore().get(change.number()))
                    .ifPresent(digest -> node.put("textBefore", digest));
            ArrayNode edits = node.putArray("edits");
            for (Edit edit : change.edits()) {
                ObjectNode line = edits.addObject().put("key", edit.key());
                edit.before().ifPresent(text -> line.put("before", text));
                edit.after().ifPresent(text -> line.put("after", text));
            }
        }
        return root;
    }

    private static History.Record record(String name, JsonNode root) {
        Optional<Map<String, String>> values = Optional.empty();
        if (root.has("values")) {
            Map<String, String> all = new TreeMap<>();
            root.get("values")
                    .properties()
                    .forEach(each -> all.put(each.getKey(), each.getValue().asText()));
            values = Optional.of(all);
        }
        List<SettingsChange> changes = new ArrayList<>();
        Map<Integer, String> textsBefore = new TreeMap<>();
        for (JsonNode node : root.path("changes")) {
            text(node, "textBefore")
                    .ifPresent(digest -> textsBefore.put(node.path("number").asInt(), digest));
            List<Edit> edits = new ArrayList<>();
            node.path("edits")
                    .forEach(line ->
                            edits.add(new Edit(line.path("key").asText(), text(line, "before"), text(line, "after"))));
            changes.add(new SettingsChange(
                    name,
                    node.path("number").asInt(),
                    Instant.parse(node.path("at").asText()),
                    Via.valueOf(node.path("via").asText()),
                    node.path("who").asText(),
                    Kind.valueOf(node.path("kind").asText()),
                    edits));
        }
        return new History.Record(values, text(root, "text"), changes, textsBefore);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.has(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }
}
