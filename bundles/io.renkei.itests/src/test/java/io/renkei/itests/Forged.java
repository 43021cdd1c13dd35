package io.renkei.itests;

import io.renkei.api.model.SenderNumber;
import io.renkei.format.portal.PortalWriter;
import io.renkei.tools.pki.Pem;
import io.renkei.tools.pki.SandboxPki;
import io.renkei.tools.sample.HireSample;
import io.renkei.tools.sample.PackageSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/** Applications that are well signed and yet not good. */
final class Forged {

    private Forged() {}

    /** A hire with a good signature over content that was changed before. */
    static String hire(Path pki, UnaryOperator<String> change) throws IOException, GeneralSecurityException {
        String good = new String(unsigned(Partner.newNumber()), StandardCharsets.UTF_8);
        String changed = change.apply(good);
        if (changed.equals(good)) {
            throw new AssertionError("the sample has not what was to be changed");
        }
        return new String(sign(pki, changed.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** A hire that somebody with another sandbox's keys signed. */
    static byte[] hireUnderAnotherRoot(SenderNumber number) throws IOException, GeneralSecurityException {
        Path elsewhere = Files.createTempDirectory("renkei-other-pki").resolve("pki");
        SandboxPki.makeOnce(elsewhere, Clock.systemUTC());
        return sign(elsewhere, unsigned(number));
    }

    private static byte[] unsigned(SenderNumber number) {
        return new PortalWriter()
                .write(HireSample.of(number, LocalDate.now(ZoneId.of("Asia/Tokyo"))), HireSample.applicant());
    }

    private static byte[] sign(Path pki, byte[] document) throws IOException, GeneralSecurityException {
        Path identity = pki.resolve("applicant.pem");
        return new PackageSigner(Pem.privateKey(identity), Pem.certificates(identity))
                .sign(document, "content", PortalWriter.ID_ATTRIBUTE);
    }
}
