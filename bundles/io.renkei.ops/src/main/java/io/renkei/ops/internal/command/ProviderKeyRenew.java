package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.KeyChange;
import io.renkei.ops.internal.Services;
import io.renkei.ports.artefacts.KeyRenewal;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:provider-key-renew}. */
@Service
@Command(
        scope = "renkei",
        name = "provider-key-renew",
        description = "The OpenID provider publishes its next signing key now, before its time; it signs in a day")
public final class ProviderKeyRenew extends OpsCommand {

    @Option(
            name = "--compromised",
            description =
                    "The new key signs at once and those of before are destroyed: nothing that they signed counts any more, on any node within half a minute")
    private boolean compromised;

    @Reference(optional = true)
    private KeyRenewal keys;

    @Override
    Answer answer() {
        return KeyChange.of(Services.need(keys, "The OpenID provider").renew(compromised), compromised);
    }
}
