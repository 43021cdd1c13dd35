package io.renkei.itests;

import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.Attachment;
import io.renkei.format.portal.PortalWriter;
import io.renkei.tools.pki.Pem;
import io.renkei.tools.sample.HireSample;
import io.renkei.tools.sample.PackageSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A signed hire with one attachment, larger than what the content store writes together with the rest (256 KiB). */
final class HireWithPaper {

    private static final int SIZE = 400_000;
    private static final String FILE = "paper.pdf";

    private final Path pki;

    HireWithPaper(Path pki) {
        this.pki = pki;
    }

    byte[] of(SenderNumber number) throws IOException, GeneralSecurityException {
        byte[] paper = new byte[SIZE];
        new Random(SIZE).nextBytes(paper);
        ApplicationPackage bare = HireSample.of(number, LocalDate.now(ZoneId.of("Asia/Tokyo")));
        ApplicationPackage whole = new ApplicationPackage(
                bare.senderNumber(),
                bare.lifeEvent(),
                bare.common(),
                bare.procedures(),
                List.of(new Attachment("paper", FILE, "application/pdf", SIZE, Sha256.of(paper))));
        Path identity = pki.resolve("applicant.pem");
        byte[] signed = new PackageSigner(Pem.privateKey(identity), Pem.certificates(identity))
                .sign(
                        new PortalWriter().write(whole, HireSample.applicant()),
                        PortalWriter.CONTENT_ID,
                        PortalWriter.ID_ATTRIBUTE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("application.xml"));
            zip.write(signed);
            zip.putNextEntry(new ZipEntry(FILE));
            zip.write(paper);
        }
        return bytes.toByteArray();
    }
}
