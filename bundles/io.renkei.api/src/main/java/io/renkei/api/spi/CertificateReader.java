package io.renkei.api.spi;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.CorporateNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.w3c.dom.Element;

/**
 * Reads one family of certificates that an issuer signs for a person, such as those for tax deductions (控除証明書等). Its
 * stylesheet is never run. Safe for use by several threads.
 */
@ConsumerType
public interface CertificateReader {

    /** The document elements that it reads, {@code {namespace}local}; the signature has to cover the whole of it. */
    Set<String> roots();

    /** The attribute of the document element that is its XML ID. */
    String idAttribute();

    /** Reads the verified document element; empty when it lacks what every certificate says, or says it in another form. */
    Optional<Certificate> read(Element verified);

    /**
     * What a certificate says; it prints its kind alone.
     *
     * @param kind such as {@code TEG800}
     * @param issuer who certifies, by corporate number (法人番号)
     * @param year which year it is about
     * @param issued the day of the certificate in Japan
     * @param values all that stands in it, as it stands there
     */
    record Certificate(String kind, CorporateNumber issuer, int year, LocalDate issued, List<AttributeNode> values) {

        public Certificate {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(issuer, "issuer");
            Objects.requireNonNull(issued, "issued");
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return kind;
        }
    }
}
