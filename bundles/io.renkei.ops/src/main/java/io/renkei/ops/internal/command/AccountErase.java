package io.renkei.ops.internal.command;

import io.renkei.ops.internal.AccountErasing;
import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.settings.Settings;
import java.time.Clock;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:account-erase}. */
@Service
@Command(
        scope = "renkei",
        name = "account-erase",
        description = "Says what erasing an account would end, destroy and keep; with --yes it does so")
public final class AccountErase extends OpsCommand {

    @Argument(name = "account", description = "Its number, as its owner reads it on the pages", required = true)
    private String account;

    @Option(name = "--yes", description = "Erase it; this cannot be taken back")
    private boolean yes;

    @Reference(optional = true)
    private AccountJournal journal;

    @Reference(optional = true)
    private Settings settings;

    @Override
    Answer answer() {
        return new AccountErasing(
                        Services.need(journal, "The database"), Optional.ofNullable(settings), Clock.systemUTC())
                .run(Names.account(account), yes, caller());
    }
}
