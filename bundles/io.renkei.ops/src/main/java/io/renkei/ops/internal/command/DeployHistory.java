package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.BundleWatch;
import io.renkei.ops.internal.Services;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:deploy-history}. */
@Service
@Command(
        scope = "renkei",
        name = "deploy-history",
        description = "What was installed, updated or removed since the start, and which bundles that touched")
public final class DeployHistory extends OpsCommand {

    @Option(name = "--limit", description = "How many, 1 to 200")
    private int limit = 20;

    @Reference(optional = true)
    private BundleWatch watch;

    @Override
    Answer answer() {
        return Services.need(watch, "The watch of bundles").changes().list(limit);
    }
}
