package io.renkei.ports.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads and changes settings. A change ends in Config Admin and in the file of {@code etc}, as an edit of the file does, and
 * is in the history under the name of whoever calls. Safe for use by several threads.
 */
@ProviderType
public interface Settings {

    /** The configurations that a running bundle declares, instances included, in order. */
    List<String> names();

    /**
     * All keys of one configuration, in the order of its file.
     *
     * @throws SettingsRefused if there is no such configuration
     */
    List<Setting> list(String name) throws SettingsRefused;

    /** What is wrong now, by configuration; empty when nothing is. */
    List<SettingsFault> faults();

    /**
     * Sets one key, if the configuration is right then.
     *
     * @param value empty for the default
     * @throws SettingsRefused with all that would be wrong; nothing is changed then
     */
    void set(String name, String key, Optional<String> value) throws SettingsRefused;

    /**
     * What changed, newest first; at most 1000 of each configuration are kept.
     *
     * @param name empty for all configurations
     */
    List<SettingsChange> history(Optional<String> name);

    /**
     * Goes back to what was before a change, which is itself a change. A removed instance comes back so.
     *
     * @param to the number of that change; empty for the last one
     * @throws SettingsRefused if there is no such change or what was before is not right today; nothing is changed then
     */
    void rollback(String name, OptionalInt to) throws SettingsRefused;
}
