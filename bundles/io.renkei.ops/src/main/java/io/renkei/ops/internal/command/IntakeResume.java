package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:intake-resume}. */
@Service
@Command(scope = "renkei", name = "intake-resume", description = "Takes new applications again")
public final class IntakeResume extends LaneCommand {

    @Override
    Answer answer() {
        return steering().resumeIntake();
    }
}
