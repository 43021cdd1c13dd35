package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:setting-list}. */
@Service
@Command(
        scope = "renkei",
        name = "setting-list",
        description = "Configurations, or the keys of one: in use, default, what is wrong")
public final class SettingList extends SettingsView {

    @Override
    Answer answer() {
        return settings().list(name());
    }
}
