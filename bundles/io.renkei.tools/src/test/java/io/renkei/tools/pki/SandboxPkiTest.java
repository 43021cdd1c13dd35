package io.renkei.tools.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxPkiTest {

    @Test
    void eachSiteHasAKeyForSignaturesAndOneForEncryptionAlsoInAnOlderFolder(@TempDir Path folder) throws Exception {
        Path pki = folder.resolve("pki");
        assertTrue(SandboxPki.makeOnce(pki, Clock.systemUTC()));
        for (String site : SandboxPki.SITES) {
            assertEquals(List.of(KeyUse.SIGNATURE, KeyUse.ENCRYPTION), uses(keys(pki, site)));
        }
        String made = Files.readString(keys(pki, "e-tax"));
        Files.writeString(keys(pki, "e-tax"), "{\"keys\":[]}");
        assertFalse(SandboxPki.makeOnce(pki, Clock.systemUTC()));
        assertEquals(made, Files.readString(keys(pki, "e-tax")));
    }

    private static Path keys(Path pki, String site) {
        return pki.resolve("site-" + site + ".jwks.json");
    }

    private static List<KeyUse> uses(Path keys) throws Exception {
        return JWKSet.parse(Files.readString(keys)).getKeys().stream()
                .map(JWK::getKeyUse)
                .toList();
    }
}
