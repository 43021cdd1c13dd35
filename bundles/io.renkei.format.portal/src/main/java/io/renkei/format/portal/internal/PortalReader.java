package io.renkei.format.portal.internal;

import io.renkei.api.spi.PackageFiles;
import io.renkei.api.spi.PackageReader;
import io.renkei.format.portal.PortalWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.w3c.dom.Element;

/** The portal's own format: one XML document, alone or as {@code application.xml} beside its attachments. */
@Component(service = PackageReader.class)
public final class PortalReader implements PackageReader {

    private static final String FAMILY = "urn:renkei:application:";
    private static final int LOOK = 4096;

    private final ContentSchema schema = new ContentSchema();

    @Override
    public String format() {
        return "portal";
    }

    @Override
    public boolean recognises(PackageFiles files) {
        return files.bytes(PackageFiles.DOCUMENT)
                .filter(bytes -> head(bytes).contains(FAMILY))
                .isPresent();
    }

    @Override
    public Opening open(PackageFiles files) {
        byte[] document = files.bytes(PackageFiles.DOCUMENT).orElse(new byte[0]);
        String head = head(document);
        boolean version = head.contains(PortalWriter.NAMESPACE + "\"") || head.contains(PortalWriter.NAMESPACE + "'");
        if (!version) {
            return new Opening.Bad(List.of(PortalCode.VERSION.at("application")));
        }
        return new Opening.Good(List.of(new SignedDocument(
                PackageFiles.DOCUMENT,
                document,
                PortalWriter.ROOT,
                List.of(PortalWriter.SIGNED),
                PortalWriter.ID_ATTRIBUTE,
                Map.of(),
                List.of())));
    }

    /** @throws IllegalArgumentException if what was verified is not the one document that {@link #open} named */
    @Override
    public Reading read(PackageFiles files, List<VerifiedDocument> verified) {
        if (verified.size() != 1 || !verified.get(0).elements().containsKey(PortalWriter.SIGNED)) {
            throw new IllegalArgumentException("an application of the portal is one verified document");
        }
        Element content = verified.get(0).elements().get(PortalWriter.SIGNED);
        Faults faults = new Faults();
        new LengthCheck(schema.names(), faults).judge(content);
        if (faults.isEmpty()) {
            schema.validate(content, faults);
        }
        if (!faults.isEmpty()) {
            return new Reading.Bad(faults.list());
        }
        ApplicationPackage read = new ContentReader(schema.names(), faults).read(content);
        AttachmentCheck.judge(read.attachments(), files, faults);
        return faults.isEmpty() ? new Reading.Good(read) : new Reading.Bad(faults.list());
    }

    private static String head(byte[] document) {
        return new String(document, 0, Math.min(document.length, LOOK), StandardCharsets.ISO_8859_1);
    }
}
