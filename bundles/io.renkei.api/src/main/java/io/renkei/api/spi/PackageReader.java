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
import org.w3c.dom.Element;

/**
 * Reads one format of application package, in two steps with the verification of its signatures between them: {@link
 * #open} says what has to be verified, {@link #read} reads nothing but what was. Safe for use by several threads.
 */
@ConsumerType
public interface PackageReader {

    /** What the format is called in configuration, answers and metrics, such as {@code portal}; a lower-case word. */
    String format();

    /** Whether the package looks like this format, by its names and first bytes; a cheap look that parses nothing. */
    boolean recognises(PackageFiles files);

    /** Finds the signed documents. No value of an unverified document is believed beyond finding its files. */
    Opening open(PackageFiles files);

    /**
     * Validates the package against its schema and reads it.
     *
     * @param files the same files as were opened
     * @param verified one per document that {@link #open} named, in that order
     */
    Reading read(PackageFiles files, List<VerifiedDocument> verified);

    /** What came of opening. */
    sealed interface Opening {

        /** These documents have to be verified, at least one. */
        record Good(List<SignedDocument> documents) implements Opening {
            public Good {
                documents = List.copyOf(documents);
            }
        }

        /** The package breaks its format in these places, at least one. */
        record Bad(List<FormatFault> faults) implements Opening {
            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * A document that carries signatures.
     *
     * @param place its file name in the package
     * @param bytes as received
     * @param root the name its document element must have, {@code {namespace}local}
     * @param signed the elements that every signature must cover, {@code {namespace}local}
     * @param idAttribute the attribute of those elements that is their XML ID
     * @param files what a reference that names a file may resolve to, by plain name
     * @param filesSigned the files that every signature must cover too
     */
    record SignedDocument(
            String place,
            byte[] bytes,
            String root,
            List<String> signed,
            String idAttribute,
            Map<String, byte[]> files,
            List<String> filesSigned) {

        public SignedDocument {
            signed = List.copyOf(signed);
            files = Map.copyOf(files);
            filesSigned = List.copyOf(filesSigned);
        }

        @Override
        public String toString() {
            return "SignedDocument[" + place + "]";
        }
    }

    /**
     * What remains of a signed document after verification.
     *
     * @param place as in {@link SignedDocument}
     * @param elements the elements that every signature covers, by name: the very nodes that were digested
     */
    record VerifiedDocument(String place, Map<String, Element> elements) {

        public VerifiedDocument {
            elements = Map.copyOf(elements);
        }
    }

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
     * @param senderNumber the sender's own number, when the format carries one
     * @param lifeEvent what happened, as the catalogue names it; empty when the format names procedures only
     * @param common items entered once for all procedures
     * @param procedures the part of each procedure, in order
     * @param attachments what was announced beside the documents
     */
    record ApplicationPackage(
            Optional<SenderNumber> senderNumber,
            Optional<String> lifeEvent,
            FilingContent common,
            Map<ProcedureId, ProcedurePart> procedures,
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
     * One procedure of a package.
     *
     * @param content its own items
     * @param original the applicant's signed files, which go out byte for byte; empty when the gateway makes the filing
     * @param originalFormat what the original files are, such as {@code egov}; empty text when there are none
     */
    record ProcedurePart(FilingContent content, List<Attachment> original, String originalFormat) {

        public ProcedurePart {
            Objects.requireNonNull(content, "content");
            original = List.copyOf(original);
            Objects.requireNonNull(originalFormat, "originalFormat");
        }
    }

    /**
     * One file beside the signed document.
     *
     * @param id as items refer to it; in a format without ids the file name
     * @param file its name in the package
     * @param mediaType as announced
     * @param size in bytes, as announced or found
     * @param digest as announced and signed, or as found where the format's signature does not cover it
     */
    record Attachment(String id, String file, String mediaType, long size, Sha256 digest) {}

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
