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

    /** Of one configuration; to what is older the way back is by its values alone. */
    static final int MOST_TEXTS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final HistoryFiles files;
    private final Texts texts;
    private final Map<String, Record> records = new TreeMap<>();
    private final boolean isNew;

    /**
     * One configuration.
     *
     * @param values what it is since the last change; empty if it was removed
     * @param text under what the text of its file is kept; empty if that is not known
     * @param changes oldest first
     * @param textsBefore under what the text before a change is kept, by the number of the change
     */
    record Record(
            Optional<Map<String, String>> values,
            Optional<String> text,
            List<SettingsChange> changes,
            Map<Integer, String> textsBefore) {

        static final Record NONE = new Record(Optional.empty(), Optional.empty(), List.of(), Map.of());

        Record {
            values = values.map(TreeMap::new);
            changes = List.copyOf(changes);
            textsBefore = Map.copyOf(textsBefore);
        }

        /** With a change more, and without the oldest where there are too many. */
        Record with(SettingsChange change, Optional<Map<String, String>> valuesAfter, Optional<String> textAfter) {
            List<SettingsChange> all = new ArrayList<>(changes);
            all.add(change);
            all = all.subList(Math.max(0, all.size() - MOST), all.size());
            Map<Integer, String> before = new TreeMap<>(textsBefore);
            text.ifPresent(known -> before.put(change.number(), known));
            before.keySet().removeIf(number -> number <= change.number() - MOST_TEXTS);
            return new Record(valuesAfter, textAfter, all, before);
        }

        int next() {
            return changes.isEmpty() ? 1 : changes.get(changes.size() - 1).number() + 1;
        }
    }

    /** @throws UncheckedIOException if the folder cannot be read */
    History(HistoryFiles files, Texts texts) {
        this.files = files;
        this.texts = texts;
        records.putAll(files.readAll());
        isNew = records.isEmpty();
        clear();
    }

    /** Takes a configuration as it is at the start; in the very first start that is no change. */
    synchronized void found(String name, State state, Origin origin, Instant at) {
        if (isNew && !records.containsKey(name)) {
            put(name, new Record(Optional.of(state.values()), kept(state), List.of(), Map.of()));
        } else {
            changed(name, Optional.of(state), origin, at);
        }
    }

    /** @param state what the configuration is now; empty if it was removed */
    synchronized void changed(String name, Optional<State> state, Origin origin, Instant at) {
        Record before = records.getOrDefault(name, Record.NONE);
        Optional<Map<String, String>> values = state.map(State::values);
        Optional<String> text = state.flatMap(this::kept);
        List<Edit> edits = edits(before.values().orElse(Map.of()), values.orElse(Map.of()));
        if (before.values().isPresent() == values.isPresent() && edits.isEmpty()) {
            if (text.isPresent() && !text.equals(before.text())) {
                put(name, new Record(values, text, before.changes(), before.textsBefore()));
            }
            return;
        }
        Kind kind = values.isEmpty() ? Kind.REMOVED : before.values().isEmpty() ? Kind.CREATED : Kind.CHANGED;
        SettingsChange change = new SettingsChange(name, before.next(), at, origin.via(), origin.who(), kind, edits);
        put(name, before.with(change, values, text));
        tell(change);
    }

    /** Data that no configuration holds. */
    synchronized void replaced(String name, Edit edit, Origin origin, Instant at) {
        Record before = records.getOrDefault(name, Record.NONE);
        SettingsChange change =
                new SettingsChange(name, before.next(), at, origin.via(), origin.who(), Kind.CHANGED, List.of(edit));
        put(name, before.with(change, before.values(), before.text()));
        tell(change);
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

    /** The file as it was before a change; empty where that is not kept. */
    synchronized Optional<FileText> before(String name, int change) {
        return Optional.ofNullable(record(name).textsBefore().get(change)).flatMap(texts::get);
    }

    private static void tell(SettingsChange change) {
        LOG.info(
                "{}: change {} by {} {}: {}.",
                change.name(),
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

    private Optional<String> kept(State state) {
        if (state.file().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(texts.keep(state.file().get()));
        } catch (IOException e) {
            LOG.warn("A settings file cannot be kept; the way back is by its values: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Texts that no record goes back to any more. */
    private void clear() {
        Set<String> known = new TreeSet<>();
        records.values().forEach(record -> {
            record.text().ifPresent(known::add);
            known.addAll(record.textsBefore().values());
        });
        try {
            texts.retain(known);
        } catch (IOException e) {
            LOG.warn("Old texts of settings files cannot be removed: {}", e.toString());
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
