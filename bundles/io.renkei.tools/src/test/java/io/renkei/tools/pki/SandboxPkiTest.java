package io.renkei.tools.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    @Test
    void aRenewalGivesDoorsAndPeopleEachAKeyOfItsOwnUnderThePasswordOfBefore(@TempDir Path folder) throws Exception {
        Path pki = folder.resolve("pki");
        SandboxPki.makeOnce(pki, Clock.systemUTC());
        List<String> before = names(pki);
        Map<String, Certificate> shown = Map.of("gateway", shown(pki, "gateway"), "people", shown(pki, "people"));
        SandboxPki.Renewed renewed = SandboxPki.renew(pki, Clock.systemUTC());
        assertEquals(renewed.doors(), shown(pki, "gateway"));
        assertEquals(
                renewed.doors(), Pem.certificates(pki.resolve("gateway.pem")).get(0));
        assertEquals(renewed.people(), shown(pki, "people"));
        assertNotEquals(shown.get("gateway").getPublicKey(), renewed.doors().getPublicKey());
        assertNotEquals(shown.get("people").getPublicKey(), renewed.people().getPublicKey());
        assertNotEquals(renewed.doors().getPublicKey(), renewed.people().getPublicKey());
        assertEquals(before, names(pki), "nothing else is left there");
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Certificate shown(Path pki, String name) throws Exception {
        char[] password =
                Files.readString(pki.resolve(name + ".p12.password")).strip().toCharArray();
        return KeyStore.getInstance(pki.resolve(name + ".p12").toFile(), password)
                .getCertificate(name);
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
