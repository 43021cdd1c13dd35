package io.renkei.ops.internal.command;

import io.renkei.ports.state.StateUnavailable;
import java.util.List;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers words; none while the database is away. */
abstract class WordCompleter implements Completer {

    abstract List<String> words();

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(offered(this::words)).complete(session, line, candidates);
    }

    static List<String> offered(Supplier<List<String>> words) {
        try {
            return words.get();
        } catch (StateUnavailable e) {
            return List.of();
        }
    }
}
