package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Times;
import java.time.Clock;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:intake-pause}. */
@Service
@Command(
        scope = "renkei",
        name = "intake-pause",
        description = "Takes no new applications; senders get 503 with Retry-After")
public final class IntakePause extends LaneCommand {

    @Option(name = "--reason", description = "Why, for other operators; no personal data", required = true)
    private String reason;

    @Option(name = "--until", description = "When it ends by itself: 30m, 2h, 06:00, 2026-04-01T06:00 (in Japan)")
    private String until;

    @Override
    Answer answer() {
        return steering().pauseIntake(reason, Names.given(until, text -> Times.until(text, Clock.systemUTC())));
    }
}
