package io.renkei.trust.internal;

import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import io.renkei.ports.trust.JwsVerifier.Trust;
import io.renkei.trust.internal.TestPki.Issued;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** Prints what a verification and a seal cost, in processor time of the thread; started by hand. */
final class Figures {

    private static final int ROUNDS = 2_000;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private Figures() {}

    private interface Work {
        void run() throws GeneralSecurityException;
    }

    public static void main(String[] arguments) throws GeneralSecurityException, IOException {
        Issued root = TestPki.root("CN=試験認証局,C=JP");
        Issued rsa = TestPki.of(root).pair(TestPki.RSA).issue();
        Issued ec = TestPki.of(root).issue();
        byte[] tenKilobytes =
                Kousei.replaced(Kousei.UNSIGNED, "<管理情報>", "<管理情報>" + "<項目 番号=\"1\">東京都千代田区</項目>\n".repeat(200));
        byte[] withRsa = Kousei.signature(rsa).sign(tenKilobytes);
        byte[] withEc = Kousei.signature(ec).sign(tenKilobytes);
        XmlSignatureVerifier verifier = new XmlSignatureVerifier(XmlLimits.DEFAULT);
        var policy = Kousei.policy(root.certificate());
        GatewaySeal seal = new GatewaySeal(SealKeys.open(
                Files.createTempDirectory("seal"), Duration.ofDays(730), Clock.fixed(TestPki.NOW, ZoneOffset.UTC)));
        XmlSeal what = new XmlSeal("ID", "構成情報", Map.of(Kousei.FORM, Kousei.FORM_BYTES), Placement.SIBLING);
        String jws = seal.sealDetached("a+jws", tenKilobytes);
        Trust trust = new Trust.Anchors(Set.of(seal.certificate()));
        JwsSignatureVerifier jwsVerifier = new JwsSignatureVerifier(1_000_000);
        Signature raw = Signature.getInstance("SHA256withRSA");
        raw.initSign(rsa.key());
        raw.update(new byte[800]);
        byte[] value = raw.sign();
        raw.initVerify(rsa.certificate());
        SafeXml xml = new SafeXml(XmlLimits.DEFAULT);
        Es256 es256 = new Es256(SealKeys.open(
                        Files.createTempDirectory("seal"),
                        Duration.ofDays(730),
                        Clock.fixed(TestPki.NOW, ZoneOffset.UTC))
                .privateKey());
        byte[] info = new byte[800];
        System.out.println("document bytes " + withRsa.length);
        for (int round = 0; round < 3; round++) {
            print("raw RSA-2048 verify", () -> {
                raw.update(info);
                require(raw.verify(value));
            });
            print("raw ES256 sign", () -> es256.sign(info));
            print("parse into a tree", () -> parse(xml, withRsa));
            print(
                    "verify XML, RSA-2048",
                    () -> require(verifier.verify(withRsa, policy, TestPki.NOW).accepted()));
            print(
                    "verify XML, ECDSA",
                    () -> require(verifier.verify(withEc, policy, TestPki.NOW).accepted()));
            print("seal XML", () -> seal.sealXml(tenKilobytes, what));
            print("seal JWS, detached", () -> seal.sealDetached("a+jws", tenKilobytes));
            print(
                    "verify JWS, detached",
                    () -> require(jwsVerifier
                            .verifyDetached(jws, tenKilobytes, trust, TestPki.NOW)
                            .accepted()));
        }
    }

    private static void parse(SafeXml xml, byte[] bytes) {
        try {
            xml.parse(() -> new ByteArrayInputStream(bytes));
        } catch (XmlRefused | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void require(boolean good) {
        if (!good) {
            throw new AssertionError();
        }
    }

    private static void print(String name, Work work) throws GeneralSecurityException {
        long start = CPU.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            work.run();
        }
        System.out.println(name + ": " + (CPU.getCurrentThreadCpuTime() - start) / ROUNDS / 1000 + " us");
    }
}
