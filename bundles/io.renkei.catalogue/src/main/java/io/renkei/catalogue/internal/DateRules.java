package io.renkei.catalogue.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import java.time.LocalDate;
import java.util.Optional;

/** The rules between items that hold for every procedure and need no data. */
final class DateRules {

    private static final ItemId BIRTH = new ItemId("employee.birth-date");
    private static final ItemId START = new ItemId("employment.start");

    private DateRules() {}

    /** @param fallback where an item may stand that the part does not have */
    static void check(String part, FilingContent content, FilingContent fallback, LocalDate day, RuleFaults faults) {
        Optional<LocalDate> birth = date(content, BIRTH);
        Optional<LocalDate> start = date(content, START);
        if (birth.isPresent() && birth.get().isAfter(day)) {
            faults.add(CatalogueCode.BORN_AFTER_ARRIVAL.at(ValueCheck.place(part, BIRTH)));
        }
        if (start.isPresent() && start.get().isAfter(day.plusYears(1))) {
            faults.add(CatalogueCode.STARTS_TOO_LATE.at(ValueCheck.place(part, START)));
        }
        if (birth.isPresent() || start.isPresent()) {
            birth = birth.or(() -> date(fallback, BIRTH));
            start = start.or(() -> date(fallback, START));
            if (birth.isPresent() && start.isPresent() && start.get().isBefore(birth.get())) {
                faults.add(CatalogueCode.STARTED_BEFORE_BIRTH.at(ValueCheck.place(part, START)));
            }
        }
    }

    private static Optional<LocalDate> date(FilingContent content, ItemId item) {
        return content.items().get(item) instanceof ItemValue.Date date ? Optional.of(date.value()) : Optional.empty();
    }
}
