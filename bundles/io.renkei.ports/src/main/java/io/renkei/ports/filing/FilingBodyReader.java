package io.renkei.ports.filing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.IndividualNumber;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.DispatchTask;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one body, and refuses whatever {@link FilingBodyWriter} does not write. */
final class FilingBodyReader {

    private final JsonParser json;

    FilingBodyReader(JsonParser json) {
        this.json = json;
    }

    FilingBody read() throws IOException {
        next(JsonToken.START_OBJECT);
        key("version");
        next(JsonToken.VALUE_NUMBER_INT);
        if (json.getLongValue() != FilingBodies.VERSION) {
            throw new IllegalArgumentException("the body of a filing has version " + json.getLongValue()
                    + ", and this gateway reads version " + FilingBodies.VERSION);
        }
        String originalFormat = text("originalFormat");
        key("items");
        next(JsonToken.START_OBJECT);
        FilingContent content = content(0);
        key("parts");
        next(JsonToken.START_ARRAY);
        List<DispatchTask.Part> parts = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            parts.add(part());
        }
        at(JsonToken.END_ARRAY);
        next(JsonToken.END_OBJECT);
        if (json.nextToken() != null) {
            throw refused("bytes after its end");
        }
        return new FilingBody(content, originalFormat, parts);
    }

    /** Stands on the opening brace, ends on the closing one. */
    private FilingContent content(int depth) throws IOException {
        if (depth > FilingBodies.MAX_DEPTH) {
            throw refused("groups too deep in groups");
        }
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            ItemId item = new ItemId(json.currentName());
            next(JsonToken.START_OBJECT);
            next(JsonToken.FIELD_NAME);
            items.put(item, value(json.currentName(), depth));
            next(JsonToken.END_OBJECT);
        }
        at(JsonToken.END_OBJECT);
        return new FilingContent(items);
    }

    private ItemValue value(String type, int depth) throws IOException {
        return switch (type) {
            case "text" -> new ItemValue.Text(text());
            case "kana" -> new ItemValue.Kana(text());
            case "date" -> new ItemValue.Date(date(text()));
            case "money" -> {
                next(JsonToken.VALUE_NUMBER_INT);
                yield new ItemValue.Money(json.getLongValue());
            }
            case "code" -> {
                next(JsonToken.START_ARRAY);
                ItemValue code = new ItemValue.Code(text(), text());
                next(JsonToken.END_ARRAY);
                yield code;
            }
            case "corporate" -> new ItemValue.Corporate(new CorporateNumber(text()));
            case "individual" -> new ItemValue.Individual(new IndividualNumber(text()));
            case "attachment" -> new ItemValue.AttachmentRef(text());
            case "group" -> group(depth);
            default -> throw refused("an unknown type of item");
        };
    }

    private ItemValue group(int depth) throws IOException {
        next(JsonToken.START_ARRAY);
        List<FilingContent> members = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            members.add(content(depth + 1));
        }
        at(JsonToken.END_ARRAY);
        return new ItemValue.Group(members);
    }

    private DispatchTask.Part part() throws IOException {
        String id = text("id");
        String file = text("file");
        key("original");
        boolean original = json.nextToken() == JsonToken.VALUE_TRUE;
        if (!original) {
            at(JsonToken.VALUE_FALSE);
        }
        String mediaType = text("mediaType");
        key("size");
        next(JsonToken.VALUE_NUMBER_INT);
        long size = json.getLongValue();
        Sha256 digest = new Sha256(text("digest"));
        next(JsonToken.END_OBJECT);
        return new DispatchTask.Part(id, file, original, mediaType, size, digest);
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused("a day of another form");
        }
    }

    private String text(String key) throws IOException {
        key(key);
        return text();
    }

    private String text() throws IOException {
        next(JsonToken.VALUE_STRING);
        return json.getText();
    }

    private void key(String name) throws IOException {
        next(JsonToken.FIELD_NAME);
        if (!json.currentName().equals(name)) {
            throw refused("another key where " + name + " belongs");
        }
    }

    private void next(JsonToken expected) throws IOException {
        json.nextToken();
        at(expected);
    }

    private void at(JsonToken expected) {
        if (json.currentToken() != expected) {
            throw refused("something else than " + expected);
        }
    }

    private IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("the body of a filing holds " + what + " at byte "
                + json.currentTokenLocation().getByteOffset());
    }
}
