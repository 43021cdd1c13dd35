package io.renkei.connector.etax.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads items as e-Tax takes them; each item that does not fit is refused with its name. */
final class XtxItems {

    private final FilingContent content;

    XtxItems(FilingContent content) {
        this.content = content;
    }

    /** Text, kana, code or corporate number, in characters that e-Tax takes. */
    String text(String item) throws ItemRefused {
        String text = value(item)
                .fold(
                        v -> Optional.of(v.value()),
                        v -> Optional.of(v.value()),
                        v -> Optional.<String>empty(),
                        v -> Optional.<String>empty(),
                        v -> Optional.of(v.value()),
                        v -> Optional.of(v.value().digits()),
                        v -> Optional.<String>empty(),
                        v -> Optional.<String>empty(),
                        v -> Optional.<String>empty(),
                        v -> Optional.<String>empty())
                .orElseThrow(() -> ItemRefused.wrong(item));
        if (text.isBlank()) {
            throw ItemRefused.missing(item);
        }
        var lacking = EtaxText.firstLacking(text);
        if (lacking.isPresent()) {
            throw ItemRefused.character(item, lacking.getAsInt());
        }
        return text;
    }

    String text(String item, Pattern form) throws ItemRefused {
        String text = text(item);
        if (!form.matcher(text).matches()) {
            throw ItemRefused.wrong(item);
        }
        return text;
    }

    LocalDate date(String item) throws ItemRefused {
        if (value(item) instanceof ItemValue.Date date) {
            return date.value();
        }
        throw ItemRefused.wrong(item);
    }

    /** What a code stands for in the form. */
    String code(String item, Map<String, String> meanings) throws ItemRefused {
        String meaning = meanings.get(text(item));
        if (meaning == null) {
            throw ItemRefused.wrong(item);
        }
        return meaning;
    }

    private ItemValue value(String item) throws ItemRefused {
        return content.get(new ItemId(item)).orElseThrow(() -> ItemRefused.missing(item));
    }
}
