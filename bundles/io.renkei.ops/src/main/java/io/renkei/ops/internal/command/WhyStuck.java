package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Services;
import io.renkei.ops.internal.Why;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.state.ApplicationStore;
import java.time.Clock;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:why}. */
@Service
@Command(scope = "renkei", name = "why", description = "Why is it stuck, what happens next, and what to do")
public final class WhyStuck extends OpsCommand {

    @Argument(name = "number", description = "An arrival number or the key of a filing", required = true)
    @Completion(NumberOrParkedCompleter.class)
    private String number;

    @Reference(optional = true)
    private ApplicationStore applications;

    @Reference(optional = true)
    private Lanes lanes;

    @Override
    Answer answer() {
        return new Why(
                        Services.need(applications, "The database"),
                        Services.need(lanes, "The route host"),
                        Clock.systemUTC())
                .of(number);
    }
}
