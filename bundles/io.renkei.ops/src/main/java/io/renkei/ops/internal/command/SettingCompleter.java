package io.renkei.ops.internal.command;

import io.renkei.ports.settings.Settings;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of configurations. */
@Service
public final class SettingCompleter extends WordCompleter {

    @Reference(optional = true)
    private Settings settings;

    @Override
    List<String> words() {
        return settings == null ? List.of() : settings.names();
    }
}
