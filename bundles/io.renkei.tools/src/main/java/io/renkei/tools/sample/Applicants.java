package io.renkei.tools.sample;

import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.format.portal.PortalWriter;
import io.renkei.tools.pki.Pem;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The sandbox's applicant, who signs samples. Safe for use by several threads. */
public final class Applicants {

    private final PackageSigner signer;
    private final PortalWriter writer = new PortalWriter();

    /** @param pki the folder of the sandbox's keys */
    public Applicants(Path pki) throws IOException, GeneralSecurityException {
        Path identity = pki.resolve("applicant.pem");
        this.signer = new PackageSigner(Pem.privateKey(identity), Pem.certificates(identity));
    }

    /** A signed "hire" in the portal's own format. */
    public byte[] hire(SenderNumber number, LocalDate start) throws GeneralSecurityException {
        byte[] unsigned = writer.write(HireSample.of(number, start), HireSample.applicant());
        return signer.sign(unsigned, "content", PortalWriter.ID_ATTRIBUTE);
    }

    /** One procedure of the same alone: what corrects one filing. */
    public byte[] procedure(SenderNumber number, LocalDate start, ProcedureId procedure)
            throws GeneralSecurityException {
        ApplicationPackage all = HireSample.of(number, start);
        ApplicationPackage one = new ApplicationPackage(
                all.senderNumber(),
                all.lifeEvent(),
                all.common(),
                Map.of(procedure, all.procedures().get(procedure)),
                List.of());
        return signer.sign(
                writer.write(one, HireSample.applicant()), PortalWriter.CONTENT_ID, PortalWriter.ID_ATTRIBUTE);
    }

    /** The same with long names and addresses and with an agent: about 10 KB, as real ones have. */
    public byte[] largeHire(SenderNumber number, LocalDate start) throws GeneralSecurityException {
        byte[] unsigned = writer.write(LargeSample.of(number, start), LargeSample.applicant());
        return signer.sign(unsigned, "content", PortalWriter.ID_ATTRIBUTE);
    }
}
