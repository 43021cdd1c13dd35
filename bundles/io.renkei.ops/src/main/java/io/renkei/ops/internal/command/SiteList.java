package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Linkage;
import io.renkei.ops.internal.Services;
import io.renkei.ports.sites.Sites;
import java.time.Clock;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:site-list}. */
@Service
@Command(scope = "renkei", name = "site-list", description = "External sites, and whether they are open now")
public final class SiteList extends OpsCommand {

    @Reference(optional = true)
    private Sites service;

    @Override
    Answer answer() {
        return Linkage.sites(Services.need(service, "Linkage"), Clock.systemUTC());
    }
}
