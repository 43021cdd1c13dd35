package io.renkei.sandbox.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The formal check of eLTAX: one seal of the gateway over the whole document, key, digest, addressee. */
final class EltaxSimulatorChecks implements RestDesk.Check {

    private static final String NAMESPACE = "urn:renkei:eltax:1";
    private static final String ROOT = "特別徴収切替届出書";
    private static final String ID = "FILING";
    private static final int[] WEIGHTS = {6, 5, 4, 3, 2};

    private final GatewaySeals gateway;

    EltaxSimulatorChecks(GatewaySeals gateway) {
        this.gateway = gateway;
    }

    @Override
    public RestDesk.Taken check(Call call) throws RestDesk.Report {
        Document document = Xml.parse(call.body());
        Element root = document.getDocumentElement();
        if (!NAMESPACE.equals(root.getNamespaceURI())
                || !ROOT.equals(root.getLocalName())
                || !ID.equals(root.getAttributeNS(null, "ID"))) {
            throw new RestDesk.Report("FORM", "");
        }
        requireSeal(document);
        String filing = Xml.text(root, "届出番号").orElse("");
        if (!filing.equals(call.header("Renkei-Filing").orElse(""))) {
            throw new RestDesk.Report("FILING", "");
        }
        if (!isMunicipality(Xml.text(root, "市区町村コード").orElse(""))) {
            throw new RestDesk.Report("ADDRESSEE", "local-tax.municipality");
        }
        try {
            String digest = Xml.text(root, "原本ハッシュ値").orElse("");
            return new RestDesk.Taken(FilingKey.parse(filing), new Sha256(digest).hex());
        } catch (IllegalArgumentException e) {
            throw new RestDesk.Report("DIGEST", "");
        }
    }

    private void requireSeal(Document document) throws RestDesk.Report {
        List<Signatures.Good> good;
        try {
            good = Signatures.verify(document, "ID", Map.of());
        } catch (Refusal e) {
            throw new RestDesk.Report("SEAL", "");
        }
        if (good.size() != 1
                || !good.get(0).elements().contains(ID)
                || !gateway.isGateway(good.get(0).signer())) {
            throw new RestDesk.Report("SEAL", "");
        }
    }

    /** 全国地方公共団体コード, by its check digit. */
    private static boolean isMunicipality(String code) {
        if (!code.matches("[0-9]{6}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (code.charAt(i) - '0') * WEIGHTS[i];
        }
        return (11 - sum % 11) % 10 == code.charAt(WEIGHTS.length) - '0';
    }
}
