package io.renkei.tools.check;

import io.renkei.intake.internal.Checker;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.intake.CheckReport;

/** What was judged. */
sealed interface Told {

    /** A package, by {@link Checker}. */
    record OfPackage(CheckReport report, Catalogue catalogue) implements Told {}

    /** An official document. */
    record OfDocument(OfficialVerdict verdict) implements Told {}

    /** The evidence of a notice. */
    record OfEvidence(EvidenceVerdict verdict) implements Told {}

    default boolean good() {
        if (this instanceof OfPackage of) {
            return of.report().good();
        }
        return this instanceof OfEvidence evidence
                ? evidence.verdict().good()
                : ((OfDocument) this).verdict().good();
    }
}
