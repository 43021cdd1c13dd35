package io.renkei.format.portal.internal;

import io.renkei.api.spi.PackageReader.FormatFault;
import io.renkei.format.portal.internal.PortalCode.Hint;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Turns what the validator reports into faults. Its messages hold values, so only the rule's key (W3C XML Schema 1.1
 * part 1, appendix C) and names of the schema are taken from them.
 */
final class SchemaFaults implements ErrorHandler {

    private static final Pattern KEY = Pattern.compile("^(cvc-[a-zA-Z-]+(?:\\.[0-9a-z]+)*)");
    private static final Pattern NAME = Pattern.compile("\"urn:renkei:application:1\":([a-z0-9-]+)");
    private static final Map<String, Hint> FORMS = Map.ofEntries(
            form("text", "1 to 2000 characters without control characters", "制御文字を除く1〜2000文字"),
            form("kana", "full-width katakana, parts divided by one 全角 space", "全角カタカナ、区切りは全角空白1文字"),
            form("name-kana", "full-width katakana, parts divided by one 全角 space", "全角カタカナ、区切りは全角空白1文字"),
            form("date", "a day as YYYY-MM-DD", "YYYY-MM-DD 形式の実在する日付"),
            form("money", "whole yen, digits only", "円単位の整数（数字のみ）"),
            form("code", "a code of 1 to 64 letters and digits", "英数字1〜64文字の符号"),
            form("corporate", "13 digits", "数字13桁"),
            form("corporate-number", "13 digits", "数字13桁"),
            form("individual", "12 digits", "数字12桁"),
            form("attachment", "the id of an attachment", "添付書類の識別子"),
            form("postal-code", "7 half-width digits", "半角数字7桁"),
            form("phone", "half-width digits, 03-0000-0000", "半角数字とハイフン（03-0000-0000）"),
            form("address", "full-width characters, 200 at most", "全角200文字以内"),
            form("sender-number", "1 to 64 visible ASCII characters", "半角英数記号1〜64文字"),
            form("api-version", "1.0, 1.1 or 1.2", "1.0、1.1 又は 1.2"),
            form("file", "a relative file name of 200 characters at most", "200文字以内の相対ファイル名"),
            form("media-type", "a media type such as application/pdf", "application/pdf などのメディア種別"),
            form("size", "bytes, digits only", "バイト数（数字のみ）"),
            form("sha256", "64 lower-case hexadecimal digits", "小文字の16進数64桁"));

    private final Faults faults;
    private final Set<String> known;
    private final Supplier<Element> current;

    SchemaFaults(Faults faults, Set<String> known, Supplier<Element> current) {
        this.faults = faults;
        this.known = known;
        this.current = current;
    }

    @Override
    public void warning(SAXParseException e) {
        // says nothing of the document
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        error(e);
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        Element element = current.get();
        String place = Places.path(element, known);
        Optional<String> item = Places.item(element);
        String message = String.valueOf(e.getMessage());
        Matcher key = KEY.matcher(message);
        String rule = key.find() ? key.group(1) : "";
        boolean echo = rule.equals("cvc-complex-type.2.2") || rule.equals("cvc-attribute.3");
        if (echo && faults.has(place, PortalCode.VALUE.code())) {
            return; // The validator tells a wrong value twice: as of its type, and as content of its element.
        }
        if (rule.startsWith("cvc-complex-type.2") || rule.startsWith("cvc-elt.1")) {
            faults.add(expected(rule, message)
                    .map(hint -> PortalCode.STRUCTURE.at(place, item, hint))
                    .orElseGet(() -> PortalCode.STRUCTURE.at(place, item)));
        } else if (rule.startsWith("cvc-identity")) {
            faults.add(PortalCode.REPEATED.at(place, item));
        } else if (rule.startsWith("cvc-complex-type") || rule.startsWith("cvc-attribute")) {
            once(PortalCode.ATTRIBUTE, place, item);
        } else if (!faults.has(place, PortalCode.VALUE.code())) {
            faults.add(value(element, place));
        }
        if (faults.isFull()) {
            throw new SAXException("enough faults");
        }
    }

    /** The value of the element does not have its form. */
    static FormatFault value(Element element, String place) {
        Hint hint = FORMS.get(element.getLocalName());
        Optional<String> item = Places.item(element);
        return hint == null ? PortalCode.VALUE.at(place, item) : PortalCode.VALUE.at(place, item, hint);
    }

    private void once(PortalCode code, String place, Optional<String> item) {
        if (!faults.has(place, code.code())) {
            faults.add(code.at(place, item));
        }
    }

    /** What the schema would take there; where something stands in its place, the first name is that something's. */
    private Optional<Hint> expected(String rule, String message) {
        Set<String> names = new LinkedHashSet<>();
        Matcher name = NAME.matcher(message);
        boolean skip = rule.equals("cvc-complex-type.2.4.a");
        while (name.find()) {
            if (!skip && known.contains(name.group(1))) {
                names.add(name.group(1));
            }
            skip = false;
        }
        if (names.isEmpty() || rule.equals("cvc-complex-type.2.4.d")) {
            return Optional.empty();
        }
        String list = String.join(", ", names);
        return Optional.of(new Hint("Expected here: " + list + ".", "ここに置ける要素: " + list + "。"));
    }

    private static Map.Entry<String, Hint> form(String element, String en, String ja) {
        return Map.entry(element, new Hint("Expected: " + en + ".", "正しい形式: " + ja + "。"));
    }
}
