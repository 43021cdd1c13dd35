package io.renkei.ops.internal;

import io.renkei.ports.settings.Setting;
import io.renkei.ports.settings.Settings;
import io.renkei.ports.settings.SettingsChange;
import io.renkei.ports.settings.SettingsFault;
import io.renkei.ports.settings.SettingsRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One configuration with one key, in memory. */
final class Shelf implements Settings {

    static final String NAME = "io.renkei.example";
    static final String KEY = "pause.millis";

    private final List<SettingsChange> changes = new ArrayList<>();
    private final List<SettingsFault> faults = new ArrayList<>();
    private Optional<String> written = Optional.empty();
    private Optional<String> running = Optional.empty();

    /** As when somebody edited the file. */
    void edited(String value, boolean kept) {
        written = Optional.of(value);
        faults.add(new SettingsFault(NAME, kept, List.of(KEY + " lies between 1 and 9")));
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public List<Setting> list(String name) throws SettingsRefused {
        if (!name.equals(NAME)) {
            throw new SettingsRefused(List.of("There is no configuration " + name + "."));
        }
        return List.of(new Setting(KEY, "5", written, running, "A pause."));
    }

    @Override
    public List<SettingsFault> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void set(String name, String key, Optional<String> value) throws SettingsRefused {
        if (value.filter("0"::equals).isPresent()) {
            throw new SettingsRefused(List.of(KEY + " lies between 1 and 9."));
        }
        if (!value.equals(written)) {
            changes.add(
                    0,
                    new SettingsChange(
                            name,
                            changes.size() + 1,
                            Instant.EPOCH,
                            SettingsChange.Via.SHELL,
                            "operator",
                            SettingsChange.Kind.CHANGED,
                            List.of(new SettingsChange.Edit(key, written, value))));
        }
        written = value;
        running = value;
    }

    @Override
    public List<SettingsChange> history(Optional<String> name) {
        return List.copyOf(changes);
    }

    @Override
    public void rollback(String name, OptionalInt to) throws SettingsRefused {
        set(name, KEY, changes.get(0).edits().get(0).before());
    }
}
