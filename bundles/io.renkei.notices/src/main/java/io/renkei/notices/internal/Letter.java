package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.DocumentKind;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.trust.XmlSignatures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * A document as it was stored, and what came with it.
 *
 * @param from whose it is, by the caller's identity or the polled connector
 * @param remoteId the issuer's handle, or empty text
 * @param note what the delivering call said
 * @param size in bytes
 * @param source opens the document, as often as it is read
 */
record Letter(
        DestinationId from,
        String remoteId,
        DeliveryNote note,
        Instant received,
        Sha256 digest,
        long size,
        XmlSignatures.Source source) {

    static Letter of(NoticeView notice, DeliveryNote note, ContentStore contents) {
        XmlSignatures.Source stored = () -> contents.open(notice.content().id());
        long size = notice.content().size();
        return new Letter(
                notice.from(),
                notice.remoteId(),
                note,
                notice.received(),
                notice.content().digest(),
                size,
                size <= KeptDocument.LARGEST ? new KeptDocument(stored) : stored);
    }

    /** A document that came within this one. */
    Letter within(byte[] document) {
        return new Letter(
                from, remoteId, note, received, digest, document.length, () -> new ByteArrayInputStream(document));
    }

    DocumentKind kind() throws IOException {
        try (InputStream input = source.open()) {
            return DocumentKind.of(input);
        }
    }

    /** The document in memory, once: its size is known, so that nothing grows and is copied. */
    byte[] bytes() throws IOException {
        byte[] document = new byte[Math.toIntExact(size)];
        try (InputStream input = source.open()) {
            if (input.readNBytes(document, 0, document.length) != document.length) {
                throw new IOException("a stored document is shorter than its size");
            }
        }
        return document;
    }

    @Override
    public String toString() {
        return "Letter[" + from + ", " + size + " bytes]";
    }
}
