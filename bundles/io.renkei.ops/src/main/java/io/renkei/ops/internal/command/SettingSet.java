package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.OpsCode;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:setting-set}. */
@Service
@Command(scope = "renkei", name = "setting-set", description = "Sets one key, if the configuration is right then")
public final class SettingSet extends SettingsCommand {

    @Argument(name = "configuration", description = "Named like its file, without .cfg", required = true)
    @Completion(SettingCompleter.class)
    private String name;

    @Argument(index = 1, name = "key", description = "The key", required = true)
    @Completion(SettingKeyCompleter.class)
    private String key;

    @Argument(index = 2, name = "value", description = "The value; left out with --default")
    private String value;

    @Option(name = "--default", description = "Back to the default")
    private boolean standard;

    @Override
    Answer answer() {
        return settings().set(name, key, value());
    }

    private Optional<String> value() {
        if (standard == (value != null)) {
            throw OpsCode.ARGUMENT.fault("Name either a value or --default.");
        }
        return Optional.ofNullable(value);
    }
}
