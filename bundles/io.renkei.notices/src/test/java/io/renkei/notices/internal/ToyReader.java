package io.renkei.notices.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.OfficialDocumentReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads the documents of {@link Ministry}. */
final class ToyReader implements OfficialDocumentReader {

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
        return "ID";
    }

    @Override
    public Optional<Facts> read(Element verified) {
        String filing = text(verified, "FILING");
        String receipt = text(verified, "RECEIPT");
        return Optional.of(new Facts(
                text(verified, "DOCNO"),
                filing.isEmpty() ? Optional.empty() : Optional.of(FilingKey.parse(filing)),
                receipt.isEmpty() ? Optional.empty() : Optional.of(receipt),
                text(verified, "TITLE"),
                LocalDate.EPOCH,
                Boolean.parseBoolean(text(verified, "CLOSES")),
                earlier(text(verified, "EARLIER"))));
    }

    /** {@code -number} is taken back, {@code +number} replaced. */
    private static Optional<Replacement> earlier(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Replacement(text.substring(1), text.startsWith("-")));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS("*", name).item(0).getTextContent();
    }
}
