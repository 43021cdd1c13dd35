package io.renkei.itests;

import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.tools.sample.Applicants;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneId;

/** The signed hire of the sample, with one of its procedures alone: what corrects one filing. */
final class OneProcedure {

    private final Path pki;

    OneProcedure(Path pki) {
        this.pki = pki;
    }

    byte[] of(SenderNumber number, String procedure) throws IOException, GeneralSecurityException {
        return new Applicants(pki)
                .procedure(number, LocalDate.now(ZoneId.of("Asia/Tokyo")), new ProcedureId(procedure));
    }
}
