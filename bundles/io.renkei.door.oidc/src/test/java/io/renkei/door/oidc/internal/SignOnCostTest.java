package io.renkei.door.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** At a provider where nothing else happens. */
@Timeout(60)
class SignOnCostTest {

    private static final int SIGN_ONS = 5;

    @Test
    void aSignOnTakesTheDatabaseNoMoreStatementsThanItHasToKeepAndToUse(@TempDir Path folder) throws Exception {
        try (Gateway gateway = new Gateway(folder)) {
            Rp rp = new Rp(gateway, "bank", Optional.empty());
            gateway.stores.count();
            rp.tokens();
            long before = gateway.stores.statements();
            for (int i = 0; i < SIGN_ONS; i++) {
                rp.tokens();
            }

            // Kept: three proofs, request, interaction, grant with its code, two tokens (9). Read and marked: request
            // and code (4).
            // Of the interaction: found, finished, read and taken (4). The grant is found once.
            assertEquals(SIGN_ONS * 18, gateway.stores.statements() - before);
        }
    }
}
