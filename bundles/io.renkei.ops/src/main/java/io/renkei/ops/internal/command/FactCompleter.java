package io.renkei.ops.internal.command;

import io.renkei.ports.notices.NoticeFact;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** What can happen to a notice. */
@Service
public final class FactCompleter extends WordCompleter {

    @Override
    List<String> words() {
        return Arrays.stream(NoticeFact.values()).map(NoticeFact::name).toList();
    }
}
