package io.renkei.holdings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.Sha256;
import io.renkei.testkit.TestAuthority;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.util.converter.Converters;

class AllowedIssuersTest {

    private static final CorporateNumber INSURER = new CorporateNumber("8999999999901");
    private static final CorporateNumber BANK = new CorporateNumber("7999999999902");

    @Test
    void withoutALineTheNumberInTheCertificateCounts() throws Exception {
        AllowedIssuers none = read(Map.of());
        X509Certificate identified = certificate("insurer,2.5.4.97=NTRJP-8999999999901,O=Test");
        assertTrue(allows(none, INSURER, identified));
        assertFalse(allows(none, BANK, identified));
        for (String other : new String[] {
            "insurer", "NTRJP-8999999999901", "a,2.5.4.97=NTRDE-8999999999901", "a,2.5.4.97=8999999999901"
        }) {
            assertFalse(allows(none, INSURER, certificate(other)), other);
        }
        assertFalse(none.allow(INSURER, "ab".repeat(32), Optional.empty()));
    }

    @Test
    void aLineIsAllThatCountsForItsIssuer() throws Exception {
        X509Certificate own = certificate("seal,O=Insurer");
        X509Certificate identified = certificate("other,2.5.4.97=NTRJP-8999999999901");
        AllowedIssuers bySubject = read(Map.of("signer.8999999999901", "subject:O=Insurer,CN=seal"));
        assertFalse(allows(bySubject, INSURER, identified));
        AllowedIssuers byFingerprint = read(Map.of(
                "signer.8999999999901",
                "sha256:" + Sha256.of(own.getEncoded()).hex().toUpperCase(Locale.ROOT)));
        assertTrue(allows(byFingerprint, INSURER, own));
        assertFalse(allows(byFingerprint, INSURER, identified));
        assertFalse(allows(byFingerprint, BANK, own));
        assertFalse(allows(read(Map.of("signer.8999999999901", "")), INSURER, identified), "nobody may");
    }

    @Test
    void aSubjectIsTheEndOfAName() throws Exception {
        X509Certificate own = certificate("seal");
        assertTrue(allows(
                read(Map.of("signer.8999999999901", "sha256:" + "0".repeat(64) + " | subject:CN=seal")), INSURER, own));
        assertFalse(allows(read(Map.of("signer.8999999999901", "subject:CN=sea")), INSURER, own));
    }

    @Test
    void allFaultsOfTheFileAreToldAtOnce() {
        Map<String, String> wrong = new HashMap<>();
        wrong.put("services", "my-post, Nobody");
        wrong.put("answer.timeout.millis", "1");
        wrong.put("parallel.calls", "0");
        wrong.put("signer.8999999999902", "subject:CN=a");
        wrong.put("signer.8999999999901", "anybody");
        assertEquals(5, new HoldingsRule().faults(wrong).size());
        assertEquals(List.of(), new HoldingsRule().faults(Map.of("services", "my-post, e-box")));
    }

    @Test
    void theDefaultsAreRight() {
        HoldingsConfig config = Converters.standardConverter().convert(Map.of()).to(HoldingsConfig.class);
        assertEquals(4, HoldingsSettings.of(config, Map.of()).parallel());
    }

    private static boolean allows(AllowedIssuers issuers, CorporateNumber issuer, X509Certificate certificate)
            throws Exception {
        return issuers.allow(issuer, Sha256.of(certificate.getEncoded()).hex(), Optional.of(certificate));
    }

    private static AllowedIssuers read(Map<String, String> lines) {
        List<String> faults = new ArrayList<>();
        AllowedIssuers issuers = AllowedIssuers.read(lines, faults);
        assertEquals(List.of(), faults);
        return issuers;
    }

    private static X509Certificate certificate(String subject) throws Exception {
        return new TestAuthority("CA").issue(subject).certificate();
    }
}
