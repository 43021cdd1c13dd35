package io.renkei.format.egov.internal;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.IndividualNumber;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of cell. */
final class Cells {

    private static final int MAX_TEXT = 200;

    private Cells() {}

    /** A form as texts by path, in order. A path that stands twice in a form that was read is not there: nobody knows which. */
    static final class Sheet {

        private final Map<String, String> texts = new LinkedHashMap<>();

        void put(String path, String text) {
            texts.put(path, text);
        }

        String text(String path) {
            return texts.getOrDefault(path, "");
        }

        Map<String, String> texts() {
            return texts;
        }
    }

    static Cell text(String path, String item) {
        return one(
                path,
                item,
                value -> value instanceof ItemValue.Text text ? text.value() : "",
                text -> text.length() > MAX_TEXT ? Optional.empty() : Optional.of(new ItemValue.Text(text)));
    }

    static Cell kana(String path, String item) {
        return one(
                path,
                item,
                value -> value instanceof ItemValue.Kana kana ? kana.value() : "",
                text -> attempt(text, ItemValue.Kana::new));
    }

    /** Half-width on the form; read only if it has the pattern then. */
    static Cell half(String path, String item, String pattern) {
        return one(
                path,
                item,
                value -> value instanceof ItemValue.Text text ? Widths.half(text.value()) : "",
                text -> Optional.of(Widths.half(text))
                        .filter(half -> half.matches(pattern))
                        .map(ItemValue.Text::new));
    }

    static Cell yen(String path, String item) {
        return one(
                path,
                item,
                value -> value instanceof ItemValue.Money money ? Long.toString(money.yen()) : "",
                text -> Optional.of(Widths.half(text))
                        .filter(half -> half.matches("[0-9]{1,12}"))
                        .map(half -> new ItemValue.Money(Long.parseLong(half))));
    }

    static Cell corporate(String path, String item) {
        return one(
                path,
                item,
                value -> value instanceof ItemValue.Corporate number
                        ? number.value().digits()
                        : "",
                text -> attempt(text, digits -> new ItemValue.Corporate(new CorporateNumber(digits))));
    }

    static Cell individual(String path, String item) {
        return one(
                path,
                item,
                value -> value instanceof ItemValue.Individual number
                        ? number.value().release()
                        : "",
                text -> attempt(text, digits -> new ItemValue.Individual(new IndividualNumber(digits))));
    }

    /** @param words code value to word on the form */
    static Cell coded(String path, String item, String list, Map<String, String> words) {
        return one(
                path,
                item,
                value -> value instanceof ItemValue.Code code ? words.getOrDefault(code.value(), "") : "",
                text -> words.entrySet().stream()
                        .filter(word -> word.getValue().equals(text))
                        .findFirst()
                        .map(word -> new ItemValue.Code(list, word.getKey())));
    }

    /** The code of 年金機構 on the form, that of JIS in the item. */
    static Cell pensionPrefecture(String path, String item) {
        return one(
                path,
                item,
                value -> value instanceof ItemValue.Code code
                        ? Prefecture.ofJis(code.value())
                                .map(Prefecture::pension)
                                .orElse("")
                        : "",
                text -> Prefecture.ofPension(Widths.half(text))
                        .map(one -> new ItemValue.Code("jis-prefecture", one.jis())));
    }

    /** Era in kanji, year, month and day, each in its own element. */
    static Cell day(String path, String item) {
        ItemId id = new ItemId(item);
        return new Cell() {
            @Override
            public void write(FilingContent content, Sheet sheet) {
                Optional<LocalDate> day = content.get(id)
                        .filter(ItemValue.Date.class::isInstance)
                        .map(value -> ((ItemValue.Date) value).value());
                Optional<Era> era = day.map(Era::of);
                sheet.put(path + "/元号", era.map(Era::kanji).orElse(""));
                sheet.put(
                        path + "/年",
                        day.map(d -> "" + era.orElseThrow().year(d)).orElse(""));
                sheet.put(path + "/月", day.map(d -> "" + d.getMonthValue()).orElse(""));
                sheet.put(path + "/日", day.map(d -> "" + d.getDayOfMonth()).orElse(""));
            }

            @Override
            public void read(Sheet sheet, Map<ItemId, ItemValue> items) {
                Era.day(
                                sheet.text(path + "/元号"),
                                sheet.text(path + "/年"),
                                sheet.text(path + "/月"),
                                sheet.text(path + "/日"))
                        .ifPresent(day -> items.put(id, new ItemValue.Date(day)));
            }
        };
    }

    /** Prefecture and address in one full-width text. */
    static Cell address(String path, String prefecture, String address) {
        ItemId prefectureId = new ItemId(prefecture);
        ItemId addressId = new ItemId(address);
        return new Cell() {
            @Override
            public void write(FilingContent content, Sheet sheet) {
                String name = content.get(prefectureId)
                        .filter(ItemValue.Code.class::isInstance)
                        .flatMap(code -> Prefecture.ofJis(((ItemValue.Code) code).value()))
                        .map(Prefecture::name)
                        .orElse("");
                String rest = content.get(addressId)
                        .filter(ItemValue.Text.class::isInstance)
                        .map(text -> ((ItemValue.Text) text).value())
                        .orElse("");
                sheet.put(path, name + Widths.full(rest));
            }

            @Override
            public void read(Sheet sheet, Map<ItemId, ItemValue> items) {
                String whole = sheet.text(path);
                Prefecture.ofAddress(whole).ifPresent(one -> {
                    items.put(prefectureId, new ItemValue.Code("jis-prefecture", one.jis()));
                    String rest = whole.substring(one.name().length());
                    if (!rest.isBlank() && rest.length() <= MAX_TEXT) {
                        items.put(addressId, new ItemValue.Text(rest));
                    }
                });
            }
        };
    }

    /** The reading of an address with that of its prefecture before it; stands behind the cell of the address. */
    static Cell addressKana(String path, String prefecture, String kana) {
        ItemId prefectureId = new ItemId(prefecture);
        ItemId kanaId = new ItemId(kana);
        return new Cell() {
            @Override
            public void write(FilingContent content, Sheet sheet) {
                String rest = content.get(kanaId)
                        .filter(ItemValue.Kana.class::isInstance)
                        .map(value -> ((ItemValue.Kana) value).value())
                        .orElse("");
                String before = before(content.items());
                sheet.put(path, rest.isEmpty() || rest.startsWith(before) ? rest : before + rest);
            }

            @Override
            public void read(Sheet sheet, Map<ItemId, ItemValue> items) {
                String whole = sheet.text(path);
                String before = before(items);
                String rest = whole.startsWith(before) ? whole.substring(before.length()) : whole;
                attempt(rest.strip(), ItemValue.Kana::new).ifPresent(value -> items.put(kanaId, value));
            }

            private String before(Map<ItemId, ItemValue> items) {
                return Optional.ofNullable(items.get(prefectureId))
                        .filter(ItemValue.Code.class::isInstance)
                        .flatMap(code -> Prefecture.ofJis(((ItemValue.Code) code).value()))
                        .map(Prefecture::kana)
                        .orElse("");
            }
        };
    }

    private static Cell one(
            String path,
            String item,
            Function<ItemValue, String> written,
            Function<String, Optional<? extends ItemValue>> read) {
        ItemId id = new ItemId(item);
        return new Cell() {
            @Override
            public void write(FilingContent content, Sheet sheet) {
                sheet.put(path, content.get(id).map(written).orElse(""));
            }

            @Override
            public void read(Sheet sheet, Map<ItemId, ItemValue> items) {
                String text = sheet.text(path);
                if (!text.isBlank()) {
                    read.apply(text).ifPresent(value -> items.put(id, value));
                }
            }
        };
    }

    private static Optional<ItemValue> attempt(String text, Function<String, ItemValue> made) {
        try {
            return text.length() > MAX_TEXT ? Optional.empty() : Optional.of(made.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
