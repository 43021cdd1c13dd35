package io.renkei.settings.internal;

import io.renkei.ports.settings.Setting;
import io.renkei.ports.settings.SettingsChange;
import io.renkei.ports.settings.SettingsChange.Edit;
import io.renkei.ports.settings.SettingsChange.Kind;
import io.renkei.ports.settings.SettingsRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads and changes settings for an operator. What is not right is refused before anything is written. */
final class Steward {

    private final Schemas schemas;
    private final Rules rules;
    private final Configurations configurations;
    private final Watch watch;
    private final History history;

    Steward(Schemas schemas, Rules rules, Configurations configurations, Watch watch, History history) {
        this.schemas = schemas;
        this.rules = rules;
        this.configurations = configurations;
        this.watch = watch;
        this.history = history;
    }

    List<String> names() {
        Map<String, Schema> declared = schemas.all();
        Set<String> names = new TreeSet<>();
        declared.values().stream().filter(schema -> !schema.isFactory()).forEach(schema -> names.add(schema.pid()));
        configurations.all().stream()
                .map(Configurations::pid)
                .filter(pid -> pid.isInstance() && declared.containsKey(pid.declared()))
                .forEach(pid -> names.add(pid.name()));
        return List.copyOf(names);
    }

    List<Setting> list(String name) throws SettingsRefused {
        Pid pid = known(name);
        Schema schema = schema(pid);
        Map<String, String> written = Values.shown(configurations.properties(pid));
        Map<String, String> used = watch.used(pid).orElse(written);
        Set<String> keys = new LinkedHashSet<>(schema.keys().keySet());
        keys.addAll(new TreeSet<>(written.keySet()));
        keys.addAll(new TreeSet<>(used.keySet()));
        return keys.stream()
                .map(key -> {
                    Optional<Schema.Key> declared =
                            Optional.ofNullable(schema.keys().get(key));
                    return new Setting(
                            key,
                            declared.map(Schema.Key::standard).orElse(""),
                            Optional.ofNullable(written.get(key)),
                            Optional.ofNullable(used.get(key)),
                            declared.map(Schema.Key::meaning).orElse(""));
                })
                .toList();
    }

    synchronized void set(String name, String key, Optional<String> value) throws SettingsRefused {
        Pid pid = known(name);
        Schema schema = schema(pid);
        List<String> families = rules.families(pid.declared());
        if (!schema.keys().containsKey(key) && families.stream().noneMatch(key::startsWith)) {
            throw refused(List.of(TypeRules.unknown(schema, families, key)));
        }
        Map<String, Object> wanted = configurations.properties(pid);
        put(wanted, key, value.map(configurations::filled));
        write(pid, file(pid).with(key, value), wanted);
    }

    synchronized void rollback(String name, OptionalInt to) throws SettingsRefused {
        Pid pid = Pid.named(name);
        Map<String, Object> wanted = configurations.properties(pid);
        FileText file = file(pid);
        List<SettingsChange> undone = undone(name, to);
        for (SettingsChange change : undone) {
            for (Edit edit : change.edits()) {
                if (edit.before().filter(Values.MASK::equals).isPresent()) {
                    throw refused(SettingsCode.MASKED, edit.key());
                }
                put(wanted, edit.key(), edit.before());
                file = file.with(edit.key(), edit.before());
            }
        }
        int oldest = undone.get(undone.size() - 1).number();
        Optional<FileText> kept = history.before(name, oldest);
        if (kept.isPresent()) {
            file = kept.get();
            wanted.keySet().removeIf(key -> !TypeRules.isContainers(key));
            file.values().forEach((key, value) -> wanted.put(key, configurations.filled(value)));
        }
        write(pid, file, wanted);
    }

    /** As it stands; of one that is gone, what its configuration still says. */
    private FileText file(Pid pid) {
        return configurations.text(pid).orElseGet(() -> FileText.of(Values.shown(configurations.properties(pid))));
    }

    /** Newest first, down to the named one. */
    private List<SettingsChange> undone(String name, OptionalInt to) throws SettingsRefused {
        List<SettingsChange> undone = new ArrayList<>();
        for (SettingsChange change : history.changes(Optional.of(name))) {
            boolean isData = change.edits().stream().anyMatch(edit -> edit.key().startsWith("("));
            if (isData && (to.isEmpty() || change.number() == to.getAsInt())) {
                throw refused(SettingsCode.DATA, name);
            }
            if (!isData) {
                undone.add(change);
                boolean isLast = to.isEmpty() || change.number() == to.getAsInt();
                if (isLast && change.kind() != Kind.CREATED) {
                    return undone;
                }
            }
        }
        throw refused(SettingsCode.NO_CHANGE, name, to.isPresent() ? String.valueOf(to.getAsInt()) : "at all");
    }

    private static void put(Map<String, Object> wanted, String key, Optional<String> value) {
        if (value.isPresent()) {
            wanted.put(key, value.get());
        } else {
            wanted.remove(key);
        }
    }

    private void write(Pid pid, FileText file, Map<String, Object> wanted) throws SettingsRefused {
        List<String> faults = rules.faults(pid.declared(), wanted);
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        try {
            configurations.write(pid, file, wanted);
        } catch (IOException e) {
            throw refused(SettingsCode.NOT_WRITTEN, pid.name(), e.getMessage());
        }
    }

    private Pid known(String name) throws SettingsRefused {
        Pid pid = Pid.named(name);
        boolean isThere = pid.isInstance()
                ? configurations.find(pid).isPresent()
                : !schema(pid).isFactory();
        if (!isThere) {
            throw refused(SettingsCode.NO_CONFIGURATION, name);
        }
        return pid;
    }

    private Schema schema(Pid pid) throws SettingsRefused {
        Optional<Schema> schema = schemas.of(pid.declared());
        if (schema.isEmpty()) {
            throw refused(SettingsCode.NO_CONFIGURATION, pid.name());
        }
        return schema.get();
    }

    private static SettingsRefused refused(List<String> faults) {
        List<String> sentences = new ArrayList<>();
        sentences.add(SettingsCode.REFUSED.code() + ": " + SettingsCode.REFUSED.sentence(String.join("; ", faults)));
        return new SettingsRefused(sentences);
    }

    private static SettingsRefused refused(SettingsCode code, Object... what) {
        return new SettingsRefused(List.of(code.code() + ": " + code.sentence(what)));
    }
}
