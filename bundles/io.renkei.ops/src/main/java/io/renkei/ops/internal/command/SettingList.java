package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Services;
import io.renkei.ops.internal.SettingLists;
import io.renkei.ports.settings.Settings;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:setting-list}. */
@Service
@Command(
        scope = "renkei",
        name = "setting-list",
        description = "Configurations, or the keys of one: in use, default, what is wrong")
public final class SettingList extends OpsCommand {

    @Argument(name = "configuration", description = "Named like its file, without .cfg")
    @Completion(SettingCompleter.class)
    private String name;

    @Reference(optional = true)
    private Settings settings;

    @Override
    Answer answer() {
        return new SettingLists(Services.need(settings, "The keeper of settings")).list(Optional.ofNullable(name));
    }
}
