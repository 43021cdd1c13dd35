package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Announcements;
import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Services;
import io.renkei.ports.announcements.AnnouncementStore;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:announcement-list}. */
@Service
@Command(
        scope = "renkei",
        name = "announcement-list",
        description = "Announcements on their way into inboxes, the oldest first")
public final class AnnouncementList extends OpsCommand {

    @Option(name = "--limit", description = "How many, 1 to 100")
    private int limit = 50;

    @Reference(optional = true)
    private AnnouncementStore announcements;

    @Override
    Answer answer() {
        return new Announcements(Services.need(announcements, "The database")).open(limit);
    }
}
