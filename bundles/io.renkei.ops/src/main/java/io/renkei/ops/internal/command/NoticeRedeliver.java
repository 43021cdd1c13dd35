package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Redelivery;
import io.renkei.ops.internal.Services;
import io.renkei.ports.notices.DeliveryStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:notice-redeliver}. */
@Service
@Command(
        scope = "renkei",
        name = "notice-redeliver",
        description = "Puts notices that a private delivery service did not take on its list again")
public final class NoticeRedeliver extends OpsCommand {

    @Argument(
            name = "channel",
            description = "The service, as renkei:notice-list --fact FAILED names it",
            required = true)
    private String channel;

    @Argument(index = 1, name = "notices", description = "Their ids", multiValued = true)
    private List<String> ids;

    @Option(name = "--code", description = "All that were given up with this code, such as DELIVERY-006")
    private String code;

    @Option(name = "--all", description = "All that were given up")
    private boolean all;

    @Option(name = "--dry-run", description = "Say what would happen, and change nothing")
    private boolean dryRun;

    @Option(name = "--limit", description = "The most, 1 to 500")
    private int limit = 100;

    @Reference(optional = true)
    private DeliveryStore deliveries;

    @Override
    Answer answer() {
        List<String> named = ids == null ? List.of() : ids;
        Redelivery.Selection selection = new Redelivery.Selection(
                channel, named.stream().map(Names::notice).toList(), Optional.ofNullable(code), all, limit);
        return new Redelivery(Services.need(deliveries, "The database"), Clock.systemUTC())
                .run(selection, dryRun, caller());
    }
}
