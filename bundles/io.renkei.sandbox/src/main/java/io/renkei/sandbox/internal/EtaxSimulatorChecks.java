package io.renkei.sandbox.internal;

import io.renkei.api.model.FilingKey;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What e-Tax looks at before it gives its immediate notice (即時通知). */
final class EtaxSimulatorChecks {

    private static final String ROOT_ID = "DATA";
    private static final String OWN = "urn:renkei:etax:1";

    private final GatewaySeals gateway;

    EtaxSimulatorChecks(GatewaySeals gateway) {
        this.gateway = gateway;
    }

    /** One error of the immediate notice. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final String place;

        Wrong(String code, String place) {
            super(code);
            this.code = code;
            this.place = place;
        }

        String code() {
            return code;
        }

        String place() {
            return place;
        }
    }

    /**
     * @param fileName {@code <filing key>.xtx}
     * @return the filing key
     * @throws Wrong with the first thing that is wrong
     */
    String check(String fileName, String filerId, byte[] xtx) throws Wrong {
        String filing = filing(fileName);
        Document document = parse(xtx);
        Element root = document.getDocumentElement();
        if (!root.getLocalName().equals("DATA") || !ROOT_ID.equals(root.getAttributeNS(null, "id"))) {
            throw new Wrong("E-FORM", "DATA");
        }
        requireSeal(document);
        require(filerId.matches("[0-9]{16}"), "E-FILER", "filerId");
        require(filerId.equals(Xml.text(root, "NOZEISHA_ID").orElse("")), "E-FILER", "NOZEISHA_ID");
        require(Xml.text(root, "zeimusho_CD").orElse("").matches("[0-9]{5}"), "E-OFFICE", "zeimusho_CD");
        require(filing.equals(own(root, "filing")), "E-FILE", "filing");
        require(own(root, "package-digest").matches("[0-9a-f]{64}"), "E-DIGEST", "package-digest");
        return filing;
    }

    private void requireSeal(Document document) throws Wrong {
        List<Signatures.Good> seals;
        try {
            seals = Signatures.verify(document, "id", java.util.Map.of());
        } catch (Refusal e) {
            throw new Wrong("E-SEAL", "Signature");
        }
        require(seals.size() == 1 && seals.get(0).elements().contains(ROOT_ID), "E-SEAL", "Signature");
        require(gateway.isGateway(seals.get(0).signer()), "E-CERTIFICATE", "Signature");
    }

    private static String own(Element root, String name) {
        var found = root.getElementsByTagNameNS(OWN, name);
        return found.getLength() == 1 ? found.item(0).getTextContent() : "";
    }

    private static Document parse(byte[] xtx) throws Wrong {
        try {
            return Xml.parse(xtx);
        } catch (Refusal e) {
            throw new Wrong("E-FORM", "file");
        }
    }

    private static String filing(String fileName) throws Wrong {
        try {
            if (fileName.endsWith(".xtx")) {
                return FilingKey.parse(fileName.substring(0, fileName.length() - 4))
                        .toString();
            }
        } catch (IllegalArgumentException e) {
            throw new Wrong("E-FILE", "fileName");
        }
        throw new Wrong("E-FILE", "fileName");
    }

    private static void require(boolean holds, String code, String place) throws Wrong {
        if (!holds) {
            throw new Wrong(code, place);
        }
    }
}
