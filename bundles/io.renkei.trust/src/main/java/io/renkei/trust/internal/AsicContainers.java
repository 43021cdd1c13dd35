package io.renkei.trust.internal;

import io.renkei.ports.trust.EvidenceSealer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * ASiC-E containers with one CAdES signature (ETSI EN 319 162-1, 4.4.4 and annex A): {@code mimetype} first and stored, the
 * files, a manifest with their digests, and the signature over the manifest.
 */
final class AsicContainers implements EvidenceSealer {

    private static final String MANIFEST = "META-INF/ASiCManifest.xml";
    private static final String SIGNATURE = "META-INF/signature.p7s";

    private final CadesSeals seals;

    AsicContainers(CadesSeals seals) {
        this.seals = seals;
    }

    @Override
    public InputStream container(List<Entry> entries, Instant at) {
        if (entries.isEmpty() || entries.stream().map(Entry::name).distinct().count() != entries.size()) {
            throw new IllegalArgumentException("a container has entries, each with a name of its own");
        }
        byte[] manifest = manifest(entries);
        byte[] signature = seals.seal(manifest, at);
        List<PulledZip.File> files = new ArrayList<>();
        files.add(inMemory("mimetype", true, MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII)));
        entries.forEach(entry -> files.add(
                new PulledZip.File(entry.name(), false, () -> entry.body().open())));
        files.add(inMemory(MANIFEST, false, manifest));
        files.add(inMemory(SIGNATURE, false, signature));
        return new PulledZip(files, at);
    }

    private static PulledZip.File inMemory(String name, boolean plain, byte[] bytes) {
        return new PulledZip.File(name, plain, () -> new ByteArrayInputStream(bytes));
    }

    /** Names and media types are plain, so nothing has to be escaped. */
    private static byte[] manifest(List<Entry> entries) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<asic:ASiCManifest xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\""
                + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
                + "<asic:SigReference URI=\"" + SIGNATURE + "\" MimeType=\"application/pkcs7-signature\"/>");
        for (Entry entry : entries) {
            xml.append("<asic:DataObjectReference URI=\"" + entry.name() + "\" MimeType=\"" + entry.mediaType()
                    + "\"><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>"
                    + Base64.getEncoder().encodeToString(entry.digest().bytes())
                    + "</ds:DigestValue></asic:DataObjectReference>");
        }
        return xml.append("</asic:ASiCManifest>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
