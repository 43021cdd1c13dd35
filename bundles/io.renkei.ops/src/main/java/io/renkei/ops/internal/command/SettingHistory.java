package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Services;
import io.renkei.ops.internal.SettingLists;
import io.renkei.ports.settings.Settings;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:setting-history}. */
@Service
@Command(scope = "renkei", name = "setting-history", description = "Who changed which setting when; newest first")
public final class SettingHistory extends OpsCommand {

    @Argument(name = "configuration", description = "Named like its file, without .cfg")
    @Completion(SettingCompleter.class)
    private String name;

    @Option(name = "--limit", description = "The most changes, 1 to 1000")
    private int limit = 50;

    @Reference(optional = true)
    private Settings settings;

    @Override
    Answer answer() {
        return new SettingLists(Services.need(settings, "The keeper of settings"))
                .history(Optional.ofNullable(name), limit);
    }
}
