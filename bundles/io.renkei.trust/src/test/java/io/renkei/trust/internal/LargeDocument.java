package io.renkei.trust.internal;

import io.renkei.ports.trust.TrustFault;
import io.renkei.ports.trust.XmlSignatures.Policy;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Run in a process of its own with a small heap: verifies a document and prints what came of it. */
final class LargeDocument {

    private LargeDocument() {}

    /** @param arguments kind, document and root */
    public static void main(String[] arguments) throws Exception {
        Path document = Path.of(arguments[1]);
        X509Certificate root;
        try (InputStream der = Files.newInputStream(Path.of(arguments[2]))) {
            root = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(der);
        }
        if (arguments[0].equals("pdf")) {
            var verdict = new PdfSignatureVerifier(XmlLimits.DEFAULT.bytes())
                    .verify(Files.readAllBytes(document), Set.of(root), TestPki.NOW);
            print(verdict.accepted(), verdict.faults());
        } else {
            Policy policy = new Policy("{}DOC", Set.of("{}BODY"), "ID", Set.of(root), Map.of(), Set.of());
            var verdict = new XmlSignatureVerifier(XmlLimits.DEFAULT)
                    .verify(() -> Files.newInputStream(document), policy, TestPki.NOW);
            print(verdict.accepted(), verdict.faults());
        }
    }

    private static void print(boolean accepted, List<TrustFault> faults) {
        System.out.println((accepted ? "accepted " : "refused ")
                + faults.stream().map(TrustFault::code).toList());
    }
}
