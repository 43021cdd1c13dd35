package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Times;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.LaneRoute;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:connector-drain}. */
@Service
@Command(
        scope = "renkei",
        name = "connector-drain",
        description = "Pauses a destination and waits until nothing is under way")
public final class ConnectorDrain extends HoldCommand {

    @Option(name = "--until", description = "When it ends by itself: 30m, 2h, 06:00, 2026-04-01T06:00 (in Japan)")
    private String until;

    @Option(name = "--wait", description = "The longest wait in seconds, 1 to 3600")
    private int wait = 60;

    @Override
    Answer answer() {
        return steering()
                .drain(
                        destination(),
                        order(
                                Set.of(LaneRoute.DISPATCH),
                                Hold.Kind.PAUSE,
                                Names.given(until, text -> Times.until(text, Clock.systemUTC()))),
                        Duration.ofSeconds(Names.between("--wait", wait, 3_600)),
                        left -> progress(left + " under way"));
    }
}
