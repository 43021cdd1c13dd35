package io.renkei.door.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.renkei.door.oidc.fakes.Journey;
import io.renkei.door.oidc.fakes.Npm;
import io.renkei.testkit.TestAuthority;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certified relying party openid-client, unchanged, goes through every flow; on the distribution it does in OpenIdClientITest. */
class OpenIdClientTest {

    private static final Path SCRIPTS = Path.of("..", "io.renkei.itests", "src", "test", "resources", "openid-client");

    @Test
    void aCertifiedRelyingPartyCompletesEveryFlow(@TempDir Path folder) throws Exception {
        Optional<String> missing = Npm.missing();
        assertFalse(missing.isPresent() && Npm.isNeeded(), () -> missing.orElse(""));
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        Npm npm = Npm.installed(SCRIPTS, Path.of("target", "openid-client"));
        try (Gateway gateway = new Gateway(folder)) {
            Path listener = folder.resolve("site.pem");
            TestAuthority.put(listener, TestAuthority.pem(gateway.authority.issue("site")));
            Journey journey = new Journey(
                    folder,
                    gateway.settings.issuer(),
                    TestAuthority.pem(gateway.authority.certificate()),
                    listener,
                    Gateway.free());
            gateway.sites.read(journey.sites());
            String said = npm.script("journey.mjs", journey.setting());
            assertTrue(said.endsWith("all done\n"), said);
        }
    }
}
