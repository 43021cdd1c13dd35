package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/**
 * NIST's public suite for certificate paths. Left out, because this class has no such input: everything about
 * revocation (sections 4.4, 4.14, 4.15 and the CRL cases of 4.5 and 4.7), and the cases that are invalid only when the
 * caller asks for an explicit policy or a policy set of its own (parts of 4.8 and 4.10, all of 4.12). The
 * suite is of 2001 with SHA-1 and RSA 1024; so the rule on algorithms is lifted here, and tested on its own. A
 * DSA key that inherits its parameters (4.1.5) is left out too.
 */
class PkitsTest {

    private static final Instant AT = Instant.parse("2010-06-01T00:00:00Z");

    private static final Pattern REVOCATION = Pattern.compile("(Valid|Invalid)("
            + "MissingCRL|Revoked|BadCRL|WrongCRL|TwoCRLs|UnknownCRL|OldCRL|pre2000CRL|GeneralizedTimeCRL"
            + "|NegativeSerialNumber|LongSerialNumber|SeparateCertificateandCRLKeys|BasicSelfIssued"
            + "|keyUsageCriticalcRLSign|keyUsageNotCriticalcRLSign|distributionPoint|NoissuingDistributionPoint|only"
            + "|IDPwithindirectCRL|cRLIssuer|deltaCRL).*");

    /** Invalid, and so without any policy input of the caller. */
    private static final Pattern INVALID = Pattern.compile("Invalid("
            + "CASignature|EESignature|DSASignature|CAnotBefore|EEnotBefore|CAnotAfter|EEnotAfter|pre2000UTCEE"
            + "|NameChaining|MissingbasicConstraints|cAFalse|pathLenConstraint|SelfIssuedpathLenConstraint"
            + "|keyUsage(Not)?CriticalkeyCertSignFalse|requireExplicitPolicy|SelfIssuedrequireExplicitPolicy"
            + "|MappingFromanyPolicy|MappingToanyPolicy|.*nameConstraints|UnknownCriticalCertificateExtension).*");

    private final CertificatePaths paths =
            new CertificatePaths(new BouncyCastleProvider(), key -> true, certificate -> true);

    @Test
    void judgesTheSuiteAsNistDoes() throws IOException, CertificateException {
        Path folder = suite();
        X509Certificate anchor = read(folder.resolve("TrustAnchorRootCertificate.crt"));
        List<X509Certificate> authorities = new ArrayList<>();
        List<Path> signers = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("EE.crt")) {
                    signers.add(file);
                } else if (!name.startsWith("TrustAnchor")) {
                    readable(file).ifPresent(authorities::add);
                }
            }
        }
        int judged = 0;
        List<String> otherwise = new ArrayList<>();
        for (Path file : signers) {
            String name = file.getFileName().toString();
            boolean valid = name.startsWith("Valid");
            boolean judgeable = valid
                    ? !name.contains("DSAParameterInheritance")
                    : INVALID.matcher(name).matches();
            boolean revocationOnly = !valid && REVOCATION.matcher(name).matches();
            if (!judgeable || revocationOnly) {
                continue;
            }
            judged++;
            Optional<TrustCode> fault = paths.judge(read(file), authorities, Set.of(anchor), AT);
            if (valid != fault.isEmpty()) {
                otherwise.add(name + " " + fault);
            }
        }
        assertEquals(List.of(), otherwise);
        System.out.println("PKITS cases judged: " + judged);
        assertTrue(judged > 120, "only " + judged + " cases were judged");
    }

    @Test
    void refusesTheOldAlgorithmsOfTheSuite() throws IOException, CertificateException {
        Path folder = suite();
        CertificatePaths strict = new CertificatePaths(new BouncyCastleProvider());
        Set<X509Certificate> anchors = Set.of(read(folder.resolve("TrustAnchorRootCertificate.crt")));
        for (String[] path : new String[][] {
            {"ValidCertificatePathTest1EE.crt", "GoodCACert.crt"}, {"ValidDSASignaturesTest4EE.crt", "DSACACert.crt"}
        }) {
            X509Certificate signer = read(folder.resolve(path[0]));
            List<X509Certificate> given = List.of(read(folder.resolve(path[1])));
            assertEquals(Optional.empty(), paths.judge(signer, given, anchors, AT));
            assertEquals(Optional.of(TrustCode.PATH_ALGORITHM), strict.judge(signer, given, anchors, AT));
        }
    }

    /** The suite is NIST's and no part of this project: without it these tests skip, but not where all has to run. */
    private static Path suite() {
        Path folder = corpora().resolve("pkits/certs");
        boolean there = Files.isDirectory(folder);
        assertTrue(there || System.getenv("CI") == null, "PKITS lies beside the checkout, or at renkei.corpora");
        assumeTrue(there, "PKITS is not here: put it beside the checkout, or name its folder by -Drenkei.corpora");
        return folder;
    }

    /** As the property says, read from the module or from the checkout; else beside the checkout. */
    private static Path corpora() {
        String given = System.getProperty("renkei.corpora", "../shared/corpora");
        Path here = Path.of(given);
        return Files.isDirectory(here) ? here : Path.of("../..").resolve(given);
    }

    private static Optional<X509Certificate> readable(Path file) throws IOException {
        try {
            return Optional.of(read(file));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static X509Certificate read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
