package io.renkei.tools.check;

import io.renkei.ports.trust.EvidenceSealer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An ASiC-E container (ETSI EN 319 162-1) with one manifest and one CAdES signature, unpacked. Nothing of it is believed.
 *
 * @param files the sealed files by name, in the order of the container
 * @param manifest the bytes that the signature covers
 * @param signature DER of the signature; empty where it is missing
 * @param digests SHA-256 by name, as the manifest says them
 */
record Container(Map<String, byte[]> files, byte[] manifest, byte[] signature, Map<String, byte[]> digests) {

    private static final String MANIFEST = "META-INF/ASiCManifest.xml";
    private static final String SIGNATURE = "META-INF/signature.p7s";
    private static final String MIME_TYPE = "mimetype";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_FILES = 100;

    /** @return empty if the bytes are no container of this kind; a package is none */
    static Optional<Container> read(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            long left = MOST_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entries.isEmpty() && !entry.getName().equals(MIME_TYPE)) {
                    return Optional.empty();
                }
                byte[] content = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
                left -= content.length;
                if (left < 0 || entries.size() >= MOST_FILES) {
                    throw new IOException("the container holds more than 256 MiB or 100 files");
                }
                if (entries.put(entry.getName(), content) != null) {
                    throw new IOException("a name stands twice in the container");
                }
            }
        }
        byte[] type = entries.remove(MIME_TYPE);
        if (type == null || !new String(type, StandardCharsets.US_ASCII).equals(EvidenceSealer.MEDIA_TYPE)) {
            return Optional.empty();
        }
        byte[] manifest = Optional.ofNullable(entries.remove(MANIFEST)).orElse(new byte[0]);
        byte[] signature = Optional.ofNullable(entries.remove(SIGNATURE)).orElse(new byte[0]);
        return Optional.of(new Container(entries, manifest, signature, digests(manifest)));
    }

    /** Of an unreadable manifest none, so that no file counts as sealed. */
    private static Map<String, byte[]> digests(byte[] manifest) {
        Map<String, byte[]> digests = new LinkedHashMap<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(manifest));
            String name = "";
            boolean sha256 = false;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "DataObjectReference" -> {
                            name = Optional.ofNullable(reader.getAttributeValue(null, "URI"))
                                    .orElse("");
                            sha256 = false;
                        }
                        case "DigestMethod" -> sha256 = SHA256.equals(reader.getAttributeValue(null, "Algorithm"));
                        case "DigestValue" -> {
                            byte[] digest = Base64.getDecoder()
                                    .decode(reader.getElementText().strip());
                            if (sha256 && digests.put(name, digest) != null) {
                                return Map.of();
                            }
                        }
                        default -> {
                            // nothing that says what is sealed
                        }
                    }
                }
            }
            return digests;
        } catch (XMLStreamException | IllegalArgumentException e) {
            return Map.of();
        }
    }
}
