package io.renkei.notices.internal;

import io.renkei.ports.trust.XmlSignatures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A small document, which is read from the store once however often it is looked at. For use by one thread. */
final class KeptDocument implements XmlSignatures.Source {

    /** In bytes; larger ones are read again each time, so that they take no memory between. */
    static final long LARGEST = 256 << 10;

    private final XmlSignatures.Source stored;
    private byte[] document;

    KeptDocument(XmlSignatures.Source stored) {
        this.stored = stored;
    }

    @Override
    public InputStream open() throws IOException {
        if (document == null) {
            try (InputStream input = stored.open()) {
                document = input.readAllBytes();
            }
        }
        return new ByteArrayInputStream(document);
    }
}
