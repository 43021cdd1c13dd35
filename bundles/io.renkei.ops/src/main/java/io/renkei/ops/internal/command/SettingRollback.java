package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import java.util.OptionalInt;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:setting-rollback}. */
@Service
@Command(
        scope = "renkei",
        name = "setting-rollback",
        description = "Goes back to before a change; the last one if none is named")
public final class SettingRollback extends SettingsCommand {

    @Argument(name = "configuration", description = "Named like its file, without .cfg", required = true)
    @Completion(SettingCompleter.class)
    private String name;

    @Option(name = "--to", description = "The number of the change, from setting-history")
    private int to;

    @Override
    Answer answer() {
        return settings().rollback(name, to == 0 ? OptionalInt.empty() : OptionalInt.of(to));
    }
}
