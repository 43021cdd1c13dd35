package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Announcements;
import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Services;
import io.renkei.ports.access.Partners;
import io.renkei.ports.announcements.AnnouncementStore;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:announcement-adopt}. */
@Service
@Command(
        scope = "renkei",
        name = "announcement-adopt",
        description = "Gives a portal the announcements of before they said whose inboxes they name")
public final class AnnouncementAdopt extends OpsCommand {

    @Argument(name = "portal", description = "Id of a partner with the role portal", required = true)
    private String portal;

    @Reference(optional = true)
    private AnnouncementStore announcements;

    @Reference(optional = true)
    private Partners partners;

    @Override
    Answer answer() {
        return new Announcements(Services.need(announcements, "The database"))
                .adopt(portal, Services.need(partners, "The bundle io.renkei.partners"));
    }
}
