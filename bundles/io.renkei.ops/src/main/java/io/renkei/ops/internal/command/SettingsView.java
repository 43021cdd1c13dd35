package io.renkei.ops.internal.command;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

/** A command that shows settings: of one configuration, or of all. */
abstract class SettingsView extends SettingsCommand {

    @Argument(name = "configuration", description = "Named like its file, without .cfg")
    @Completion(SettingCompleter.class)
    private String name;

    final Optional<String> name() {
        return Optional.ofNullable(name);
    }
}
