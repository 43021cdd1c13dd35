package io.renkei.api.spi;

import io.renkei.api.model.FilingKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.w3c.dom.Element;

/**
 * Reads one format of official document (公文書). Its stylesheet is never run. Safe for use by several threads.
 */
@ConsumerType
public interface OfficialDocumentReader {

    /** The document element that this reader is for, {@code {namespace}local}. */
    String root();

    /** The elements that the issuer's signature covers, {@code {namespace}local}; nothing else is believed. */
    List<String> signedElements();

    /** The attribute of the signed elements that is their XML ID. */
    String idAttribute();

    /** Reads the verified element; empty when it lacks what a decision needs. */
    Optional<Facts> read(Element verified);

    /**
     * What a document says.
     *
     * @param noticeId the issuer's number of the document, unique with the issuer
     * @param filing the filing it decides, where it names the gateway's number
     * @param receiptNumber the issuer's own number of the filing, where it names that; one of both is there
     * @param title what it is called; shown to the addressee only
     * @param issuedOn the day of issue in Japan
     * @param closes whether nothing more is to follow
     * @param replaces the earlier document that it replaces or takes back
     */
    record Facts(
            String noticeId,
            Optional<FilingKey> filing,
            Optional<String> receiptNumber,
            String title,
            LocalDate issuedOn,
            boolean closes,
            Optional<Replacement> replaces) {

        /** Of a document that names no earlier one. */
        public Facts(
                String noticeId,
                Optional<FilingKey> filing,
                Optional<String> receiptNumber,
                String title,
                LocalDate issuedOn,
                boolean closes) {
            this(noticeId, filing, receiptNumber, title, issuedOn, closes, Optional.empty());
        }

        public Facts {
            Objects.requireNonNull(noticeId, "noticeId");
            Objects.requireNonNull(filing, "filing");
            Objects.requireNonNull(receiptNumber, "receiptNumber");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(issuedOn, "issuedOn");
            Objects.requireNonNull(replaces, "replaces");
        }

        @Override
        public String toString() {
            return "Facts[" + noticeId + "]";
        }
    }

    /**
     * An earlier document of the same issuer, for the same filing.
     *
     * @param noticeId the issuer's number of the earlier one
     * @param withdraws whether it is taken back, not replaced
     */
    record Replacement(String noticeId, boolean withdraws) {

        public Replacement {
            if (noticeId.isBlank()) {
                throw new IllegalArgumentException("an earlier document is named by its number");
            }
        }
    }
}
