package io.renkei.ops.internal.command;

import io.renkei.ports.state.ApplicationStore;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** The latest arrival numbers. */
@Service
public final class NumberCompleter extends WordCompleter {

    private static final int LATEST = 20;

    @Reference(optional = true)
    private ApplicationStore applications;

    @Override
    List<String> words() {
        return latest(applications);
    }

    static List<String> latest(ApplicationStore applications) {
        return applications == null
                ? List.of()
                : applications.list(Optional.empty(), LATEST).stream()
                        .map(application -> application.number().digits())
                        .toList();
    }
}
