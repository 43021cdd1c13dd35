package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Services;
import io.renkei.ops.internal.SettingLists;
import io.renkei.ports.settings.Settings;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command on settings. */
abstract class SettingsCommand extends OpsCommand {

    @Reference(optional = true)
    private Settings settings;

    final SettingLists settings() {
        return new SettingLists(Services.need(settings, "The keeper of settings"));
    }
}
