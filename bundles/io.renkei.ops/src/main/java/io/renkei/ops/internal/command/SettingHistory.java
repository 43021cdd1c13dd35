package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:setting-history}. */
@Service
@Command(scope = "renkei", name = "setting-history", description = "Who changed which setting when; newest first")
public final class SettingHistory extends SettingsView {

    @Option(name = "--limit", description = "The most changes, 1 to 1000")
    private int limit = 50;

    @Override
    Answer answer() {
        return settings().history(name(), limit);
    }
}
