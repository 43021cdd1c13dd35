package io.renkei.format.portal.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.Attachment;
import io.renkei.api.spi.PackageReader.ProcedurePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads one element {@code content} that the schema found good. For one use. */
final class ContentReader {

    /** Items of one block: the common ones, those of a procedure, or those of a member of a group. */
    static final int MAX_ITEMS = 500;

    private final Set<String> known;
    private final Faults faults;
    private final List<Element> references = new ArrayList<>();

    ContentReader(Set<String> known, Faults faults) {
        this.known = known;
        this.faults = faults;
    }

    /** What is read is whole only while there are no faults. */
    ApplicationPackage read(Element content) {
        Element header = Xml.child(content, "header").orElseThrow();
        parties(header);
        FilingContent common = items(Xml.child(content, "common").orElseThrow());
        Map<ProcedureId, ProcedurePart> procedures = new LinkedHashMap<>();
        for (Element part : Xml.children(Xml.child(content, "procedures").orElseThrow())) {
            procedures.put(
                    new ProcedureId(part.getAttributeNS(null, "number")),
                    new ProcedurePart(items(part), List.of(), ""));
        }
        List<Attachment> attachments = Xml.child(content, "attachments").stream()
                .flatMap(list -> Xml.children(list).stream())
                .map(ContentReader::attachment)
                .toList();
        judgeReferences(attachments);
        return new ApplicationPackage(
                Xml.child(header, "sender-number").map(Xml::text).map(SenderNumber::new),
                Xml.child(header, "life-event").map(Xml::text),
                common,
                procedures,
                attachments);
    }

    private void parties(Element header) {
        for (Element party : Xml.children(header)) {
            Xml.child(party, "corporate-number").ifPresent(number -> {
                if (!Numbers.isCorporate(Xml.text(number))) {
                    faults.add(PortalCode.CHECK_DIGIT.at(Places.path(number, known)));
                }
            });
        }
    }

    private FilingContent items(Element block) {
        List<Element> elements = Xml.children(block);
        if (elements.size() > MAX_ITEMS) {
            faults.add(PortalCode.TOO_MANY_ITEMS.at(Places.path(block, known)));
            return new FilingContent(Map.of());
        }
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        for (Element element : elements) {
            value(element)
                    .ifPresentOrElse(
                            value -> items.put(new ItemId(element.getAttributeNS(null, "item")), value),
                            () -> faults.add(
                                    PortalCode.CHECK_DIGIT.at(Places.path(element, known), Places.item(element))));
        }
        return new FilingContent(items);
    }

    /** Empty when a number fails its check digit, which the schema cannot see. */
    private Optional<ItemValue> value(Element element) {
        String text = Xml.text(element);
        return switch (element.getLocalName()) {
            case "text" -> Optional.of(new ItemValue.Text(text));
            case "kana" -> Optional.of(new ItemValue.Kana(text));
            case "date" -> Optional.of(new ItemValue.Date(Numbers.day(text)));
            case "money" -> Optional.of(new ItemValue.Money(Long.parseLong(text)));
            case "code" -> Optional.of(new ItemValue.Code(element.getAttributeNS(null, "list"), text));
            case "corporate" -> Numbers.corporate(text).map(ItemValue.Corporate::new);
            case "individual" -> Numbers.individual(text).map(ItemValue.Individual::new);
            case "attachment" -> {
                references.add(element);
                yield Optional.of(new ItemValue.AttachmentRef(text));
            }
            case "group" ->
                Optional.of(new ItemValue.Group(
                        Xml.children(element).stream().map(this::items).toList()));
            default -> throw new IllegalStateException("the schema has an item that the reader lacks");
        };
    }

    private void judgeReferences(List<Attachment> attachments) {
        for (Element reference : references) {
            String id = Xml.text(reference);
            if (attachments.stream().noneMatch(attachment -> attachment.id().equals(id))) {
                faults.add(PortalCode.ATTACHMENT_UNKNOWN.at(Places.path(reference, known), Places.item(reference)));
            }
        }
    }

    private static Attachment attachment(Element element) {
        return new Attachment(
                Xml.child(element, "id").map(Xml::text).orElseThrow(),
                Xml.child(element, "file").map(Xml::text).orElseThrow(),
                Xml.child(element, "media-type").map(Xml::text).orElseThrow(),
                Long.parseLong(Xml.child(element, "size").map(Xml::text).orElseThrow()),
                new Sha256(Xml.child(element, "sha256").map(Xml::text).orElseThrow()));
    }
}
