package io.renkei.itests;

import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.format.portal.PortalWriter;
import io.renkei.tools.pki.Pem;
import io.renkei.tools.sample.HireSample;
import io.renkei.tools.sample.PackageSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The signed hire of the sample, with one of its procedures alone: what corrects one filing. */
final class OneProcedure {

    private final Path pki;

    OneProcedure(Path pki) {
        this.pki = pki;
    }

    byte[] of(SenderNumber number, String procedure) throws IOException, GeneralSecurityException {
        ApplicationPackage all = HireSample.of(number, LocalDate.now(ZoneId.of("Asia/Tokyo")));
        ProcedureId id = new ProcedureId(procedure);
        ApplicationPackage one = new ApplicationPackage(
                all.senderNumber(),
                all.lifeEvent(),
                all.common(),
                Map.of(id, all.procedures().get(id)),
                List.of());
        Path identity = pki.resolve("applicant.pem");
        return new PackageSigner(Pem.privateKey(identity), Pem.certificates(identity))
                .sign(
                        new PortalWriter().write(one, HireSample.applicant()),
                        PortalWriter.CONTENT_ID,
                        PortalWriter.ID_ATTRIBUTE);
    }
}
