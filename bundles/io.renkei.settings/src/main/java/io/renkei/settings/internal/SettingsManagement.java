package io.renkei.settings.internal;

import io.renkei.ports.settings.Setting;
import io.renkei.ports.settings.Settings;
import io.renkei.ports.settings.SettingsRefused;
import java.util.Optional;
import java.util.OptionalInt;

/** The same port as the shell's, for a management client. */
public final class SettingsManagement implements SettingsManagementMBean {

    static final String NAME = "io.renkei:type=Settings";

    private final Settings settings;

    SettingsManagement(Settings settings) {
        this.settings = settings;
    }

    private interface Call<T> {
        T make() throws SettingsRefused;
    }

    @Override
    public String[] getNames() {
        return settings.names().toArray(String[]::new);
    }

    @Override
    public String[] getFaults() {
        return settings.faults().stream()
                .map(fault -> fault.name() + ": " + String.join("; ", fault.sentences()))
                .toArray(String[]::new);
    }

    @Override
    public String get(String name, String key) {
        return call(() -> settings.list(name).stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .map(Setting::effective)
                .orElseThrow(() -> new IllegalArgumentException(name + " has no key " + key)));
    }

    @Override
    public void set(String name, String key, String value) {
        call(() -> {
            settings.set(name, key, Optional.of(value));
            return key;
        });
    }

    @Override
    public void unset(String name, String key) {
        call(() -> {
            settings.set(name, key, Optional.empty());
            return key;
        });
    }

    @Override
    public void rollback(String name) {
        call(() -> {
            settings.rollback(name, OptionalInt.empty());
            return name;
        });
    }

    /** A client has no class of ours, so it gets no cause either. */
    private static <T> T call(Call<T> call) {
        try {
            return call.make();
        } catch (SettingsRefused e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }
}
