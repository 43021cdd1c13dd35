package io.renkei.format.portal.internal;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.IndividualNumber;
import java.time.LocalDate;
import java.util.Optional;

/** Values whose form the schema has checked, and whose check digit it has not. */
final class Numbers {

    private Numbers() {}

    static Optional<CorporateNumber> corporate(String digits) {
        try {
            return Optional.of(new CorporateNumber(digits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isCorporate(String digits) {
        return corporate(digits).isPresent();
    }

    static Optional<IndividualNumber> individual(String digits) {
        try {
            return Optional.of(new IndividualNumber(digits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** White space around a date is no part of it (W3C XML Schema part 2, facet whiteSpace of xs:date). */
    static LocalDate day(String text) {
        return LocalDate.parse(text.strip());
    }
}
