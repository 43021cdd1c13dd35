package io.renkei.ops.internal.command;

import io.renkei.ports.linkage.HandoverState;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** The states of a handover. */
@Service
public final class HandoverStateCompleter extends WordCompleter {

    @Override
    List<String> words() {
        return Arrays.stream(HandoverState.values()).map(HandoverState::name).toList();
    }
}
