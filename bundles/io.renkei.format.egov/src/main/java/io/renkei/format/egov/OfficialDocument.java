package io.renkei.format.egov;

import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.OfficialDocumentReader.Replacement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an official document (公文書) is to say.
 *
 * @param number 文書番号, unique with the issuer
 * @param issuedOn the day of issue in Japan, 1868-10-23 or later
 * @param addressee the name it is addressed to
 * @param agency who issues it
 * @param officer the office of who signs, such as 所長
 * @param title 件名
 * @param filing the filing it decides, by the gateway's key
 * @param receiptNumber the issuer's own number of the filing
 * @param paragraphs of the text
 * @param closes whether nothing more is to follow
 * @param replaces the earlier document of the same issuer that it replaces or takes back
 */
public record OfficialDocument(
        String number,
        LocalDate issuedOn,
        String addressee,
        String agency,
        String officer,
        String title,
        Optional<FilingKey> filing,
        Optional<String> receiptNumber,
        List<String> paragraphs,
        boolean closes,
        Optional<Replacement> replaces) {

    /** One that names no earlier one. */
    public OfficialDocument(
            String number,
            LocalDate issuedOn,
            String addressee,
            String agency,
            String officer,
            String title,
            Optional<FilingKey> filing,
            Optional<String> receiptNumber,
            List<String> paragraphs,
            boolean closes) {
        this(
                number,
                issuedOn,
                addressee,
                agency,
                officer,
                title,
                filing,
                receiptNumber,
                paragraphs,
                closes,
                Optional.empty());
    }

    public OfficialDocument {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(issuedOn, "issuedOn");
        Objects.requireNonNull(addressee, "addressee");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(officer, "officer");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(receiptNumber, "receiptNumber");
        Objects.requireNonNull(replaces, "replaces");
        paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public String toString() {
        return "OfficialDocument[" + number + "]";
    }
}
