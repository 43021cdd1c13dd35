package io.renkei.ops.internal.command;

import io.renkei.api.model.FilingState;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** The states of a filing. */
@Service
public final class StateCompleter extends WordCompleter {

    @Override
    List<String> words() {
        return Arrays.stream(FilingState.values()).map(FilingState::name).toList();
    }
}
