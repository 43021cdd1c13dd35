package io.renkei.settings.internal;

import io.renkei.ports.settings.SettingsChange;
import io.renkei.ports.settings.SettingsChange.Edit;
import io.renkei.ports.settings.SettingsChange.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who changed what and when. A change is on the disk when its call returns; where the disk refuses, the change itself stands
 * and an error says that it is not written down. Safe for use by several threads.
 */
final class History {

    /** Of one configuration; the oldest go. */
    static final int MOST = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final HistoryFiles files;
    private final Map<String, Record> records = new TreeMap<>();
    private final boolean isNew;

    /**
     * One configuration.
     *
     * @param values what it is since the last change; empty if it was removed
     * @param changes oldest first
     */
    record Record(Optional<Map<String, String>> values, List<SettingsChange> changes) {

        static final Record NONE = new Record(Optional.empty(), List.of());

        Record {
            values = values.map(TreeMap::new);
            changes = List.copyOf(changes);
        }

        int next() {
            return changes.isEmpty() ? 1 : changes.get(changes.size() - 1).number() + 1;
        }
    }

    /** @throws UncheckedIOException if the folder cannot be read */
    History(HistoryFiles files) {
        this.files = files;
        records.putAll(files.readAll());
        isNew = records.isEmpty();
    }

    /** Takes a configuration as it is at the start; in the very first start that is no change. */
    synchronized void found(String name, Map<String, String> values, Origin origin, Instant at) {
        if (isNew && !records.containsKey(name)) {
            put(name, new Record(Optional.of(values), List.of()));
        } else {
            changed(name, Optional.of(values), origin, at);
        }
    }

    /** @param values what the configuration is now; empty if it was removed */
    synchronized void changed(String name, Optional<Map<String, String>> values, Origin origin, Instant at) {
        Record before = records.getOrDefault(name, Record.NONE);
        List<Edit> edits = edits(before.values().orElse(Map.of()), values.orElse(Map.of()));
        if (before.values().isPresent() == values.isPresent() && edits.isEmpty()) {
            return;
        }
        Kind kind = values.isEmpty() ? Kind.REMOVED : before.values().isEmpty() ? Kind.CREATED : Kind.CHANGED;
        add(name, before, values, new SettingsChange(name, before.next(), at, origin.via(), origin.who(), kind, edits));
    }

    /** Data that no configuration holds. */
    synchronized void replaced(String name, Edit edit, Origin origin, Instant at) {
        Record before = records.getOrDefault(name, Record.NONE);
        add(
                name,
                before,
                before.values(),
                new SettingsChange(name, before.next(), at, origin.via(), origin.who(), Kind.CHANGED, List.of(edit)));
    }

    /** Newest first. */
    synchronized List<SettingsChange> changes(Optional<String> name) {
        return records.entrySet().stream()
                .filter(each -> name.isEmpty() || name.get().equals(each.getKey()))
                .flatMap(each -> each.getValue().changes().stream())
                .sorted(Comparator.comparing(SettingsChange::at)
                        .thenComparing(SettingsChange::number)
                        .reversed())
                .toList();
    }

    synchronized Record record(String name) {
        return records.getOrDefault(name, Record.NONE);
    }

    /** The configurations that there were when the last change was written down. */
    synchronized Set<String> present() {
        Set<String> present = new TreeSet<>();
        records.forEach((name, record) -> {
            if (record.values().isPresent()) {
                present.add(name);
            }
        });
        return present;
    }

    private void add(String name, Record before, Optional<Map<String, String>> values, SettingsChange change) {
        List<SettingsChange> changes = new ArrayList<>(before.changes());
        changes.add(change);
        put(name, new Record(values, changes.subList(Math.max(0, changes.size() - MOST), changes.size())));
        LOG.info(
                "{}: change {} by {} {}: {}.",
                name,
                change.number(),
                change.via(),
                change.who(),
                change.edits().stream().map(Edit::key).toList());
    }

    private void put(String name, Record record) {
        records.put(name, record);
        try {
            files.write(name, record);
        } catch (IOException e) {
            LOG.error("{}: {}", SettingsCode.NOT_WRITTEN.code(), SettingsCode.NOT_WRITTEN.sentence(name, e));
        }
    }

    private static List<Edit> edits(Map<String, String> before, Map<String, String> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .map(key -> new Edit(key, Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key))))
                .filter(edit -> !edit.before().equals(edit.after()))
                .toList();
    }
}
