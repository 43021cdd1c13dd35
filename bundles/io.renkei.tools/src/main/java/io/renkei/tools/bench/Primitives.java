package io.renkei.tools.bench;

import io.renkei.api.spi.OfficialDocumentReader;
import io.renkei.format.egov.internal.DocumentReader;
import io.renkei.journal.jdbc.internal.FilePathDsync;
import io.renkei.ports.trust.XmlSignatures;
import io.renkei.tools.bench.Primitive.Measured;
import io.renkei.tools.bench.Primitive.Scope;
import io.renkei.tools.check.ShippedTrust;
import io.renkei.tools.client.KeptConnection;
import io.renkei.tools.pki.Pem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The raw operations that a gateway cannot do without, one after the other on one thread. */
final class Primitives {

    private static final String RSA = "SHA256withRSA";
    private static final String ECDSA = "SHA256withECDSA";
    private static final int SIGNED_BYTES = 512;
    private static final int RECEIPT_BYTES = 1_024;

    private final Path pki;
    private final URI sandbox;
    private final SSLContext tls;
    private final long millis;

    /**
     * @param millis how long each is measured; half as long it warms up
     */
    Primitives(Path pki, URI sandbox, SSLContext tls, long millis) {
        this.pki = pki;
        this.sandbox = sandbox;
        this.tls = tls;
        this.millis = millis;
    }

    /** Those that every part of the gateway needs. */
    record Common(Measured seal, Measured verifySeal, Measured commit, Measured exchange) {

        List<Measured> all() {
            return List.of(seal, verifySeal, commit, exchange);
        }

        /** CPU time that the counting rule comes to, in microseconds. */
        double cpuMicros(LinkageRule rule) {
            return rule.exchanges() * exchange.cpuMicros()
                    + rule.commits() * commit.cpuMicros()
                    + rule.verifications() * verifySeal.cpuMicros()
                    + rule.signatures() * seal.cpuMicros();
        }
    }

    /** Those and what applications and notices need beside them, from one run. */
    record Results(
            Measured verify, Measured verifyBouncyCastle, Measured verifyDocument, Measured send, Common common) {

        List<Measured> all() {
            return Stream.concat(Stream.of(verify, verifyBouncyCastle, verifyDocument, send), common.all().stream())
                    .toList();
        }

        /** CPU time that the counting rule comes to, in microseconds. */
        double cpuMicros(CountingRule rule) {
            return rule.verifications() * verify.cpuMicros()
                    + rule.seals() * common.seal().cpuMicros()
                    + rule.commits() * common.commit().cpuMicros()
                    + rule.sends() * send.cpuMicros()
                    + rule.exchanges() * common.exchange().cpuMicros();
        }

        /** CPU time that one notice cannot do without, in microseconds. */
        double cpuMicros(NoticeRule rule) {
            return rule.verifications() * verifyDocument.cpuMicros()
                    + rule.commits() * common.commit().cpuMicros()
                    + rule.sends() * send.cpuMicros()
                    + rule.exchanges() * common.exchange().cpuMicros();
        }
    }

    Common common() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair key = generator.generateKeyPair();
        byte[] receipt = new byte[RECEIPT_BYTES];
        Path folder = Files.createTempDirectory("renkei-bench");
        try {
            return new Common(
                    run("ECDSA P-256 sign", Scope.THREAD, () -> sign(ECDSA, key.getPrivate(), receipt)),
                    run(
                            "ECDSA P-256 verify",
                            Scope.THREAD,
                            verification(
                                    Signature.getInstance(ECDSA),
                                    key.getPublic(),
                                    receipt,
                                    sign(ECDSA, key.getPrivate(), receipt))),
                    held("H2 durable commit", new DurableCommit(folder)),
                    exchange());
        } finally {
            delete(folder);
        }
    }

    /** @param document an official document of a simulated ministry */
    Results measure(Common common, byte[] document) throws Exception {
        Path folder = Files.createTempDirectory("renkei-bench");
        try {
            return new Results(
                    run("RSA-2048 verify, JDK", Scope.THREAD, verification(Signature.getInstance(RSA))),
                    run(
                            "RSA-2048 verify, BouncyCastle",
                            Scope.THREAD,
                            verification(Signature.getInstance(RSA, new BouncyCastleProvider()))),
                    run("XML signature of a document", Scope.THREAD, documentVerification(pki, document)),
                    held("Artemis durable send", BrokerLoader.durableSend(FilePathDsync.class, folder)),
                    common);
        } finally {
            delete(folder);
        }
    }

    private Measured run(String name, Scope scope, Primitive.Operation operation) throws Exception {
        return new Primitive(name, scope, operation).measure(millis / 2, millis);
    }

    private Measured held(String name, HeldOperation operation) throws Exception {
        try (operation) {
            return run(name, Scope.PROCESS, operation::once);
        }
    }

    private Primitive.Operation verification(Signature verifier) throws GeneralSecurityException, IOException {
        Path identity = pki.resolve("applicant.pem");
        byte[] text = new byte[SIGNED_BYTES];
        PublicKey key = Pem.certificates(identity).get(0).getPublicKey();
        return verification(verifier, key, text, sign(RSA, Pem.privateKey(identity), text));
    }

    private static Primitive.Operation verification(Signature verifier, PublicKey key, byte[] text, byte[] value) {
        return () -> {
            verifier.initVerify(key);
            verifier.update(text);
            if (!verifier.verify(value)) {
                throw new IllegalStateException("a good signature does not verify");
            }
        };
    }

    /** Reads the document and verifies its seal and the signer's path, as the gateway does. */
    private static Primitive.Operation documentVerification(Path pki, byte[] document)
            throws GeneralSecurityException, IOException {
        OfficialDocumentReader reader = new DocumentReader();
        XmlSignatures verifier = ShippedTrust.verifier();
        Path root = pki.resolve("trust").resolve("ministry").resolve("sandbox.pem");
        XmlSignatures.Policy policy = new XmlSignatures.Policy(
                reader.root(),
                Set.copyOf(reader.signedElements()),
                reader.idAttribute(),
                Set.copyOf(Pem.certificates(root)),
                Map.of(),
                Set.of());
        Instant at = Clock.systemUTC().instant();
        return () -> {
            if (!verifier.verify(document, policy, at).accepted()) {
                throw new IllegalStateException("a good document does not verify");
            }
        };
    }

    private static byte[] sign(String algorithm, PrivateKey key, byte[] text) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(key);
        signer.update(text);
        return signer.sign();
    }

    private Measured exchange() throws Exception {
        try (KeptConnection connection = new KeptConnection(sandbox, tls)) {
            return run("HTTPS exchange, mutual TLS", Scope.THREAD, () -> {
                if (connection.send("GET", "/control/faults", new byte[0]).status() != 200) {
                    throw new IllegalStateException("the sandbox refuses its operator");
                }
            });
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
