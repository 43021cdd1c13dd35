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

    default boolean good() {
        return this instanceof OfPackage of
                ? of.report().good()
                : ((OfDocument) this).verdict().good();
    }
}
