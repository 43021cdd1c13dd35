package io.renkei.format.portal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.Attachment;
import io.renkei.api.spi.PackageReader.ProcedurePart;
import io.renkei.format.portal.internal.ItemWriter;
import io.renkei.format.portal.internal.XmlText;
import java.util.Map;

/**
 * Writes an application as the portal's own XML, unsigned. The same content gives the same bytes. Safe for use by several
 * threads.
 */
public final class PortalWriter {

    /** The namespace of version 1 of the format. */
    public static final String NAMESPACE = "urn:renkei:application:1";

    /** The document element, in the form that a signature policy takes. */
    public static final String ROOT = "{" + NAMESPACE + "}application";

    /** The one signed element. */
    public static final String SIGNED = "{" + NAMESPACE + "}content";

    /** The attribute that is the XML ID of the signed element. */
    public static final String ID_ATTRIBUTE = "id";

    /** The ID that this writer gives to the signed element. */
    public static final String CONTENT_ID = "content";

    private static final String API_VERSION = "1.2";

    /**
     * Writes one document in UTF-8. What is written is not validated: a value that breaks the format is refused by the
     * gateway that reads it.
     *
     * @param content with a life event; its attachments are announced with size and digest as they stand there
     * @param applicant for the header
     * @throws IllegalArgumentException if there is no life event, or a value is of a type that the format lacks
     */
    public byte[] write(ApplicationPackage content, Applicant applicant) {
        String lifeEvent = content.lifeEvent()
                .orElseThrow(() -> new IllegalArgumentException("an application of the portal names its life event"));
        XmlText xml = new XmlText(NAMESPACE);
        xml.open("application");
        xml.open("content", ID_ATTRIBUTE, CONTENT_ID);
        xml.open("header");
        xml.leaf("api-version", API_VERSION);
        xml.leaf("life-event", lifeEvent);
        content.senderNumber().ifPresent(number -> xml.leaf("sender-number", number.value()));
        party(xml, "applicant", applicant.self());
        applicant.agent().ifPresent(agent -> party(xml, "agent", agent));
        xml.close();
        items(xml, "common", content.common());
        xml.open("procedures");
        for (Map.Entry<ProcedureId, ProcedurePart> part : content.procedures().entrySet()) {
            items(
                    xml,
                    "procedure",
                    part.getValue().content(),
                    "number",
                    part.getKey().value());
        }
        xml.close();
        if (!content.attachments().isEmpty()) {
            xml.open("attachments");
            content.attachments().forEach(attachment -> attachment(xml, attachment));
            xml.close();
        }
        xml.close();
        xml.close();
        return xml.bytes();
    }

    private static void items(XmlText xml, String element, FilingContent content, String... attributes) {
        xml.open(element, attributes);
        ItemWriter.write(xml, content);
        xml.close();
    }

    private static void party(XmlText xml, String element, Applicant.Party party) {
        xml.open(element);
        xml.leaf("name", party.name());
        party.kana().ifPresent(kana -> xml.leaf("name-kana", kana));
        party.corporateNumber().ifPresent(number -> xml.leaf("corporate-number", number.digits()));
        party.postalCode().ifPresent(code -> xml.leaf("postal-code", code));
        party.address().ifPresent(address -> xml.leaf("address", address));
        party.phone().ifPresent(phone -> xml.leaf("phone", phone));
        xml.close();
    }

    private static void attachment(XmlText xml, Attachment attachment) {
        xml.open("attachment");
        xml.leaf("id", attachment.id());
        xml.leaf("file", attachment.file());
        xml.leaf("media-type", attachment.mediaType());
        xml.leaf("size", Long.toString(attachment.size()));
        xml.leaf("sha256", attachment.digest().hex());
        xml.close();
    }
}
