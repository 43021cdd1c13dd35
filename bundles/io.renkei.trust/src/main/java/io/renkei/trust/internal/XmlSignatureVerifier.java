package io.renkei.trust.internal;

import io.renkei.ports.trust.Revocation;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.TrustFault;
import io.renkei.ports.trust.XmlSignatures;
import java.io.IOException;
import java.security.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.xml.security.Init;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Parses once, then judges the document's shape, each signature's core, and each signer's path. */
final class XmlSignatureVerifier implements XmlSignatures {

    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final SafeXml xml;
    private final CertificatePaths paths;
    private final SignatureValues values;

    XmlSignatureVerifier(XmlLimits limits) {
        Init.init();
        Provider provider = new BouncyCastleProvider();
        this.xml = new SafeXml(limits);
        this.paths = new CertificatePaths(provider);
        this.values = new SignatureValues(provider);
    }

    @Override
    public XmlVerdict verify(Source source, Policy policy, Instant at) throws IOException {
        Document document;
        try {
            document = xml.parse(source);
        } catch (XmlRefused e) {
            return new XmlVerdict(List.of(), List.of(e.fault()), Map.of());
        }
        DocumentShape shape = new DocumentShape(document, policy);
        List<SignatureVerdict> signatures = new ArrayList<>();
        for (Element signature : shape.signatures()) {
            signatures.add(judge(signature, "Signature[" + (signatures.size() + 1) + "]", shape, policy, at));
        }
        XmlVerdict verdict = new XmlVerdict(signatures, shape.faults(), Map.of());
        if (!verdict.accepted()) {
            return verdict;
        }
        Map<String, Element> verified = shape.elements();
        verified.values().forEach(Dom::keepOnlySigned);
        return new XmlVerdict(signatures, List.of(), verified);
    }

    private SignatureVerdict judge(Element signature, String place, DocumentShape shape, Policy policy, Instant at) {
        String id = Optional.of(signature.getAttributeNS(null, "Id"))
                .filter(value -> PLAIN_ID.matcher(value).matches())
                .orElse(place);
        List<TrustFault> faults = new ArrayList<>();
        Optional<Signer.Judged> signer = Optional.empty();
        boolean coreValid = false;
        try {
            SignatureForm form = SignatureForm.read(signature, place);
            SignerCertificates certificates = SignerCertificates.read(form.certificates(), paths.certificates(), place);
            SignatureCore core = new SignatureCore(form, new ReferencePlan(form, shape, policy, place), place);
            faults.addAll(core.referenceFaults());
            Signer candidates = core.signer(certificates, values);
            coreValid = faults.isEmpty();
            signer = Optional.of(candidates.judge(paths, policy.anchors(), at, place));
        } catch (SignatureRefused e) {
            faults.add(e.fault());
        }
        signer.ifPresent(judged -> faults.addAll(judged.faults()));
        return new SignatureVerdict(
                id,
                coreValid,
                signer.filter(judged -> judged.faults().isEmpty()).isPresent(),
                at,
                Revocation.NOT_CHECKED,
                signer.map(Signer.Judged::fingerprint),
                faults);
    }
}
