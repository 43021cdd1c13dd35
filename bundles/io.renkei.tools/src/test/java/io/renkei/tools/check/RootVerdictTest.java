package io.renkei.tools.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.Batch.Statement;
import io.renkei.ports.evidence.ChainHead;
import io.renkei.ports.evidence.MerkleTree;
import io.renkei.tools.pki.Pem;
import io.renkei.tools.pki.SandboxPki;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The root of a time line as an auditor judges it, who has the files and the roots. */
class RootVerdictTest {

    private static final ArrivalNumber NUMBER = ArrivalNumber.draw(LocalDate.of(2026, 11, 29), new SecureRandom());
    private static final Sha256 LAST = Sha256.of(new byte[] {2});

    @TempDir
    static Path folder;

    private static Path pki;
    private static byte[] document;
    private static Instant at;
    private static Map<String, byte[]> good;

    @BeforeAll
    static void seal() throws Exception {
        pki = folder.resolve("pki");
        SandboxPki.makeOnce(pki, Clock.systemUTC());
        document = EvidenceTest.document(pki);
        at = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        ChainHead own = new ChainHead(NUMBER, 2, LAST);
        List<Sha256> leaves = List.of(MerkleTree.leaf(new byte[] {1}), own.leaf(), MerkleTree.leaf(new byte[] {3}));
        Statement said = new Statement(7, MerkleTree.root(leaves), Sha256.of(new byte[] {9}), 3, at);
        String path = MerkleTree.path(leaves, 1).stream()
                .map(hash -> "\"" + hash.hex() + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        String jws = jws(said);
        good = new LinkedHashMap<>();
        good.put("document.xml", document);
        put(
                "journal.json",
                "{\"rows\":["
                        + row(1, Sha256.of(new byte[] {1}), "{\\\"document\\\":\\\"" + Sha256.of(document) + "\\\"}")
                        + "," + row(2, LAST, "{}") + "," + row(3, Sha256.of(new byte[] {3}), "{}") + "]}");
        put(
                "root.json",
                "{\"batch\":7,\"leaves\":3,\"index\":1,\"application\":\"" + NUMBER.digits()
                        + "\",\"sequence\":2,\"digest\":\""
                        + LAST + "\",\"path\":" + path + ",\"root\":\"" + said.root() + "\",\"previous\":\""
                        + said.previous() + "\",\"sealed\":\"" + at + "\"}");
        put("root.jws", jws);
        good.put("root.tst", token(jws.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void put(String name, String text) {
        good.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(int sequence, Sha256 digest, String detail) {
        return "{\"application\":\"" + NUMBER.digits() + "\",\"sequence\":" + sequence + ",\"detail\":\"" + detail
                + "\",\"digest\":\"" + digest + "\"}";
    }

    private static String jws(Statement said) throws Exception {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String header = "{\"alg\":\"ES256\",\"typ\":\"" + Batch.TYPE + "\"}";
        String signed = base64.encodeToString(header.getBytes(StandardCharsets.US_ASCII)) + "."
                + base64.encodeToString(said.bytes());
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(Pem.privateKey(pki.resolve("gateway.pem")));
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + base64.encodeToString(signature.sign());
    }

    private static byte[] token(byte[] data) throws Exception {
        Path identity = pki.resolve("timestamp.pem");
        List<X509Certificate> chain = Pem.certificates(identity);
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withECDSA", Pem.privateKey(identity), chain.get(0)),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("2.999.1"));
        tokens.addCertificates(new JcaCertStore(chain));
        return tokens.generate(
                        certified()
                                .generate(
                                        NISTObjectIdentifiers.id_sha256,
                                        Sha256.of(data).bytes()),
                        BigInteger.ONE,
                        Date.from(at))
                .getEncoded();
    }

    private static TimeStampRequestGenerator certified() {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator;
    }

    private static Set<X509Certificate> anchors(String... names) throws Exception {
        Set<X509Certificate> anchors = new HashSet<>();
        for (String name : names) {
            anchors.add(Pem.certificates(pki.resolve(name)).get(0));
        }
        return anchors;
    }

    private static RootVerdict judged(Map<String, byte[]> files) throws Exception {
        return RootVerdict.of(files, anchors("gateway.pem", "timestamp-ca.pem")).orElseThrow();
    }

    private static Map<String, byte[]> changed(String name, String from, String to) {
        Map<String, byte[]> files = new LinkedHashMap<>(good);
        String text = new String(files.get(name), StandardCharsets.UTF_8);
        assertTrue(text.contains(from), text);
        files.put(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    @Test
    void acceptsLeafPathSealAndTimestampAndNamesWhatIsNotSealedYet() throws Exception {
        RootVerdict verdict = judged(good);

        assertTrue(verdict.good(), verdict::toString);
        assertEquals(7, verdict.batch());
        assertEquals(2, verdict.sealedRows());
        assertEquals(3, verdict.rows());
        assertEquals(
                Optional.of(at.truncatedTo(ChronoUnit.SECONDS)),
                verdict.timestamp().orElseThrow().at().map(time -> time.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** Long after each certificate has ended. */
    @Test
    void theDocumentIsJudgedForTheTimeThatTheTimestampProves() throws Exception {
        Set<X509Certificate> roots = anchors("gateway.pem", "timestamp-ca.pem", "seal-ca.pem");
        Clock late = Clock.fixed(at.plus(40 * 365, ChronoUnit.DAYS), ZoneOffset.UTC);
        byte[] container = new SealedContainer(pki.resolve("seal-e-tax.pem"), good).bytes();
        Map<String, byte[]> unstamped = new LinkedHashMap<>(good);
        unstamped.remove("root.tst");
        byte[] unproved = new SealedContainer(pki.resolve("seal-e-tax.pem"), unstamped).bytes();

        OfficialVerdict stamped = documentOf(container, roots, Optional.empty(), late);
        assertTrue(stamped.good(), stamped::toString);
        assertEquals(judged(good).timestamp().orElseThrow().at(), Optional.of(stamped.at()));
        assertFalse(
                documentOf(container, roots, Optional.of(late.instant()), late).good());
        assertFalse(documentOf(unproved, roots, Optional.empty(), late).good());
    }

    private static OfficialVerdict documentOf(
            byte[] container, Set<X509Certificate> roots, Optional<Instant> asked, Clock clock) throws Exception {
        Examiner examiner = new Examiner(Path.of("../../config/catalogue"), roots, asked, clock);
        return ((Told.OfEvidence) examiner.examine(container))
                .verdict()
                .document()
                .orElseThrow();
    }

    @Test
    void findsEachChange() throws Exception {
        String other = Sha256.of(new byte[] {77}).hex();
        assertFalse(judged(changed("journal.json", LAST.hex(), other)).leaf());
        assertFalse(judged(changed("root.json", LAST.hex(), other)).path());
        assertFalse(judged(changed("root.json", "\"index\":1", "\"index\":2")).path());
        assertFalse(
                judged(changed("root.json", "\"sequence\":2", "\"sequence\":3")).leaf());
        assertFalse(judged(changed("root.json", "\"batch\":7", "\"batch\":8")).statement());
        assertFalse(judged(changed("root.json", Sha256.of(new byte[] {9}).hex(), other))
                .statement());
        assertFalse(judged(changed("document.xml", "確認しました", "確認しません")).good());
        Map<String, byte[]> jws = new LinkedHashMap<>(good);
        jws.put("root.jws", jws(new Statement(7, LAST, LAST, 3, at)).getBytes(StandardCharsets.US_ASCII));
        assertFalse(judged(jws).statement());
        assertFalse(judged(jws).timestamp().orElseThrow().accepted());
        Map<String, byte[]> token = new LinkedHashMap<>(good);
        token.put("root.tst", token("other".getBytes(StandardCharsets.US_ASCII)));
        assertFalse(judged(token).good());
        Map<String, byte[]> rubbish = new LinkedHashMap<>(good);
        rubbish.put("root.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertFalse(judged(rubbish).good());
    }

    @Test
    void aDocumentWhoseRowIsYoungerThanTheRootIsNotSealedYet() throws Exception {
        Map<String, byte[]> later = changed("journal.json", Sha256.of(document).hex(), "none");
        String journal = new String(later.get("journal.json"), StandardCharsets.UTF_8);
        int last = journal.lastIndexOf("{}");
        later.put(
                "journal.json",
                (journal.substring(0, last) + Sha256.of(document).hex() + journal.substring(last + 2))
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(RootVerdict.Covered.NOT_SEALED_YET, judged(later).document());
        assertTrue(judged(later).good());
    }

    @Test
    void trustsNeitherSealNorTimestampOfThoseWhoAreNotNamed() throws Exception {
        RootVerdict noSeal = RootVerdict.of(good, anchors("timestamp-ca.pem")).orElseThrow();
        assertFalse(noSeal.seal().accepted());
        assertFalse(noSeal.good());
        RootVerdict noStamp = RootVerdict.of(good, anchors("gateway.pem")).orElseThrow();
        assertTrue(noStamp.seal().accepted());
        assertFalse(noStamp.good());
    }

    @Test
    void withoutARootThereIsNoVerdictAndWithoutATimestampNoTime() throws Exception {
        Map<String, byte[]> unstamped = new LinkedHashMap<>(good);
        unstamped.remove("root.tst");
        assertTrue(judged(unstamped).good());
        assertEquals(Optional.empty(), judged(unstamped).timestamp());
        unstamped.remove("root.json");
        assertFalse(judged(unstamped).good());
        unstamped.remove("root.jws");
        assertEquals(Optional.empty(), RootVerdict.of(unstamped, Set.of()));
    }

    /** What docs/partners/notices.md tells an auditor without this gateway's tools. */
    @Test
    void opensslAcceptsTheTimestampOverTheSeal() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")));
        Path jws = Files.write(folder.resolve("root.jws"), good.get("root.jws"));
        Path token = Files.write(folder.resolve("root.tst"), good.get("root.tst"));
        Process openssl = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "ts",
                        "-verify",
                        "-data",
                        jws.toString(),
                        "-in",
                        token.toString(),
                        "-token_in",
                        "-CAfile",
                        pki.resolve("timestamp-ca.pem").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, openssl.waitFor(), said);
        assertTrue(said.contains("Verification: OK"), said);
    }
}
