package io.renkei.api.spi;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.w3c.dom.Document;

/**
 * Reads one format of application package. It is given a document whose signatures were verified, and reads nothing but
 * that. Safe for use by several threads.
 */
@ConsumerType
public interface PackageReader {

    /** The document element that this reader is for, {@code {namespace}local}. */
    String root();

    /** The elements that every signature of such a package must cover, {@code {namespace}local}. */
    List<String> signedElements();

    /** The attribute of the signed elements that is their XML ID. */
    String idAttribute();

    /**
     * Validates the package against its schema and reads it.
     *
     * @param verified the very document whose signatures were verified
     */
    Reading read(Document verified);

    /** What came of reading: a package, or all that is wrong with it. */
    sealed interface Reading {

        /** The package follows its format. */
        record Good(ApplicationPackage content) implements Reading {}

        /** The package breaks its format in these places, at least one. */
        record Bad(List<FormatFault> faults) implements Reading {
            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * What an applicant sent.
     *
     * @param senderNumber the sender's own number
     * @param lifeEvent what happened, as the catalogue names it
     * @param common items entered once for all procedures
     * @param procedures the items of each procedure, in order
     * @param attachments what was announced beside the document
     */
    record ApplicationPackage(
            SenderNumber senderNumber,
            String lifeEvent,
            FilingContent common,
            Map<ProcedureId, FilingContent> procedures,
            List<Attachment> attachments) {

        public ApplicationPackage {
            Objects.requireNonNull(senderNumber, "senderNumber");
            Objects.requireNonNull(lifeEvent, "lifeEvent");
            Objects.requireNonNull(common, "common");
            procedures = Collections.unmodifiableMap(new LinkedHashMap<>(procedures));
            attachments = List.copyOf(attachments);
        }

        @Override
        public String toString() {
            return "ApplicationPackage" + procedures.keySet();
        }
    }

    /**
     * One announced attachment.
     *
     * @param id as items refer to it
     * @param mediaType as announced
     * @param size in bytes, as announced
     * @param digest as announced and signed
     */
    record Attachment(String id, String mediaType, long size, Sha256 digest) {}

    /**
     * One fault of form.
     *
     * @param code of the format bundle
     * @param place element path, or line and column
     * @param sentence what is wrong and what the sender can do; it repeats no value
     * @param sentenceJa the same in Japanese
     * @param item the item it concerns, if one
     */
    record FormatFault(String code, String place, String sentence, String sentenceJa, Optional<String> item) {}
}
