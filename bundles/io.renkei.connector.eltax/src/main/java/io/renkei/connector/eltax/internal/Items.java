package io.renkei.connector.eltax.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import java.time.LocalDate;
import java.util.Optional;

/** The items of a filing by the kind that the form needs. */
record Items(FilingContent content) {

    /** The value of a text, reading, code or corporate number; empty text is missing. */
    String text(String item) throws FormFault {
        return optional(item).orElseThrow(() -> new FormFault(EltaxCode.MISSING, item));
    }

    Optional<String> optional(String item) throws FormFault {
        Optional<ItemValue> value = content.get(new ItemId(item));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.get()
                .fold(
                        ItemValue.Text::value,
                        ItemValue.Kana::value,
                        date -> "",
                        money -> "",
                        ItemValue.Code::value,
                        corporate -> corporate.value().digits(),
                        individual -> "",
                        attachment -> "",
                        group -> "",
                        other -> "");
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    /** A text that matches as a whole. */
    String form(String item, String pattern) throws FormFault {
        String text = text(item);
        if (!text.matches(pattern)) {
            throw new FormFault(EltaxCode.FORM, item);
        }
        return text;
    }

    LocalDate date(String item) throws FormFault {
        return of(item, ItemValue.Date.class).map(ItemValue.Date::value).orElseThrow(() -> missing(item));
    }

    /** The digits of an individual number, released to this form only. */
    Optional<String> individualNumber(String item) {
        return of(item, ItemValue.Individual.class).map(number -> number.value().release());
    }

    private <T extends ItemValue> Optional<T> of(String item, Class<T> kind) {
        return content.get(new ItemId(item)).filter(kind::isInstance).map(kind::cast);
    }

    private static FormFault missing(String item) {
        return new FormFault(EltaxCode.MISSING, item);
    }
}
