package io.renkei.connector.egov.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds the official document among the files that e-Gov gives for it (document, stylesheet, enclosures). */
final class DocumentFiles {

    private static final int MAX_BYTES = 32 * 1024 * 1024;
    private static final int MAX_ENTRIES = 100;
    private static final Charset[] NAMES = {StandardCharsets.UTF_8, Charset.forName("windows-31j")};

    private DocumentFiles() {}

    /** The first XML file of an archive, or the bytes themselves when they are no archive; empty when there is none. */
    static Optional<byte[]> document(byte[] data) {
        if (data.length == 0) {
            return Optional.empty();
        }
        if (data.length < 2 || data[0] != 'P' || data[1] != 'K') {
            return Optional.of(data);
        }
        for (Charset names : NAMES) {
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(data), names)) {
                return firstXml(in);
            } catch (IOException | IllegalArgumentException e) {
                // Names may be in the other charset (bit 11 is not set by every sender).
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> firstXml(ZipInputStream in) throws IOException {
        int entries = 0;
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES || ++entries > MAX_ENTRIES) {
                throw new IOException("the archive is too large");
            }
            if (entry.getName().endsWith(".xml")) {
                return Optional.of(bytes);
            }
        }
        return Optional.empty();
    }
}
