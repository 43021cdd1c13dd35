package io.renkei.ops.internal.command;

import io.renkei.ports.settings.Setting;
import io.renkei.ports.settings.Settings;
import io.renkei.ports.settings.SettingsRefused;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Keys of the configurations that the line names. */
@Service
public final class SettingKeyCompleter implements Completer {

    @Reference(optional = true)
    private Settings settings;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> keys = settings == null
                ? List.of()
                : Stream.of(line.getArguments()).flatMap(this::keys).distinct().toList();
        return new StringsCompleter(keys).complete(session, line, candidates);
    }

    private Stream<String> keys(String word) {
        try {
            return settings.list(word).stream().map(Setting::key);
        } catch (SettingsRefused e) {
            return Stream.of();
        }
    }
}
