package io.renkei.format.egov.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.OfficialDocumentReader;
import io.renkei.format.egov.OfficialDocumentWriter;
import io.renkei.format.egov.internal.Leaves.Leaf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.w3c.dom.Element;

/**
 * Official documents (公文書, DOC 1.0). Only BODY is signed and read; FRONT, which says how the document is to be treated,
 * is not signed and never believed. Several different filing keys name none: such a document is not read, nor is one that
 * replaces several others.
 */
@Component(service = OfficialDocumentReader.class)
public final class DocumentReader implements OfficialDocumentReader {

    private static final String MARK = "renkei:";
    private static final String DOCUMENT_NUMBER = "DOCNO";
    private static final String TITLE = "TITLE";
    private static final String DATE = "DATE";
    private static final String LINK = "REFDOC/DOCLINK";
    private static final String REFERENCE = "REFERENC/P";
    private static final String SECTION = "MAINTXT2/MT2TITLE";
    private static final Set<String> READ = Set.of(DOCUMENT_NUMBER, TITLE, DATE, LINK, REFERENCE, SECTION);
    private static final Pattern NUMBER = Pattern.compile("\\P{Cntrl}{1,64}");
    private static final Pattern RECEIPT = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final int MAX_TITLE = 200;

    @Override
    public String root() {
        return "{}DOC";
    }

    @Override
    public List<String> signedElements() {
        return List.of("{}BODY");
    }

    @Override
    public String idAttribute() {
        return OfficialDocumentWriter.ID_ATTRIBUTE;
    }

    @Override
    public Optional<Facts> read(Element verified) {
        List<Leaf> leaves;
        try {
            leaves = Leaves.of(verified, READ::contains);
        } catch (Leaves.Unreadable e) {
            return Optional.empty();
        }
        Optional<String> number =
                one(leaves, DOCUMENT_NUMBER).filter(text -> NUMBER.matcher(text).matches());
        Optional<String> title = one(leaves, TITLE).filter(text -> !text.isEmpty() && text.length() <= MAX_TITLE);
        Optional<LocalDate> issued = one(leaves, DATE).flatMap(IssueDate::parse);
        List<FilingKey> keys = texts(leaves, LINK)
                .flatMap(text -> key(text).stream())
                .distinct()
                .toList();
        Optional<String> receipt = texts(leaves, REFERENCE)
                .filter(text -> RECEIPT.matcher(text).matches())
                .findFirst();
        boolean told = keys.size() == 1 || keys.isEmpty() && receipt.isPresent();
        if (number.isEmpty() || title.isEmpty() || issued.isEmpty() || !told) {
            return Optional.empty();
        }
        List<Replacement> earlier = texts(leaves, LINK)
                .flatMap(text -> replacement(text).stream())
                .distinct()
                .toList();
        if (earlier.size() > 1) {
            return Optional.empty();
        }
        boolean closes = texts(leaves, SECTION).anyMatch(OfficialDocumentWriter.CLOSED::equals);
        return Optional.of(new Facts(
                number.get(),
                keys.stream().findFirst(),
                receipt,
                title.get(),
                issued.get(),
                closes,
                earlier.stream().findFirst()));
    }

    private static Optional<Replacement> replacement(String text) {
        return replacement(text, OfficialDocumentWriter.REPLACES, false)
                .or(() -> replacement(text, OfficialDocumentWriter.WITHDRAWS, true));
    }

    private static Optional<Replacement> replacement(String text, String mark, boolean withdraws) {
        return Optional.of(text)
                .filter(each -> each.startsWith(mark))
                .map(each -> each.substring(mark.length()))
                .filter(number -> !number.isBlank() && NUMBER.matcher(number).matches())
                .map(number -> new Replacement(number, withdraws));
    }

    private static Optional<FilingKey> key(String text) {
        if (!text.startsWith(MARK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(FilingKey.parse(text.substring(MARK.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The text of an element that stands exactly once. */
    private static Optional<String> one(List<Leaf> leaves, String path) {
        List<String> all = texts(leaves, path).toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static Stream<String> texts(List<Leaf> leaves, String path) {
        return leaves.stream()
                .filter(leaf -> leaf.path().equals(path))
                .map(leaf -> leaf.text().strip());
    }
}
