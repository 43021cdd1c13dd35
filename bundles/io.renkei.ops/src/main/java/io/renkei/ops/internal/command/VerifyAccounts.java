package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Linkage;
import io.renkei.ops.internal.Services;
import io.renkei.ports.people.AccountJournal;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:verify-accounts}. */
@Service
@Command(scope = "renkei", name = "verify-accounts", description = "Checks the hash chains of all accounts")
public final class VerifyAccounts extends OpsCommand {

    @Reference(optional = true)
    private AccountJournal service;

    @Override
    Answer answer() {
        return Linkage.verify(Services.need(service, "The database"));
    }
}
