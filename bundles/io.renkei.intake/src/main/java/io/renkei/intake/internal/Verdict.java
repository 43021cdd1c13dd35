package io.renkei.intake.internal;

import io.renkei.api.model.Sha256;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.ports.catalogue.Catalogue.Planning;
import io.renkei.ports.intake.CheckReport;
import io.renkei.ports.intake.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that was found of one package.
 *
 * @param format which reader took it, or empty text
 * @param content what was read; present also beside faults in it or in its signatures
 * @param plan what the catalogue makes of it, if it has no fault against it
 */
record Verdict(
        String format,
        Instant at,
        Sha256 digest,
        List<CheckReport.DocumentVerdict> signatures,
        List<Fault> faults,
        Optional<ApplicationPackage> content,
        Optional<Planning.Good> plan) {

    boolean good() {
        return faults.isEmpty();
    }

    boolean has(IntakeCode code) {
        return faults.stream().anyMatch(fault -> fault.code().equals(code.code()));
    }

    CheckReport report() {
        return new CheckReport(
                format,
                at,
                digest,
                signatures,
                faults,
                plan.stream()
                        .flatMap(good -> good.filings().stream())
                        .map(filing -> new CheckReport.PlannedLine(filing.procedure(), filing.destination()))
                        .toList());
    }
}
