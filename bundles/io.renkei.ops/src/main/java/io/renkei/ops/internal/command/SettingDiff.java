package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:setting-diff}. */
@Service
@Command(
        scope = "renkei",
        name = "setting-diff",
        description = "What is no default, and what a file says that is not in use")
public final class SettingDiff extends SettingsView {

    @Override
    Answer answer() {
        return settings().diff(name());
    }
}
