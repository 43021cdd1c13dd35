package io.renkei.trust.internal;

import io.renkei.ports.trust.TrustFault;
import io.renkei.trust.internal.SignatureForm.ReferenceForm;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.w3c.dom.DOMException;

/**
 * Core validation (XML Signature 1.1, section 3.2) of a signature whose form was admitted: every reference digest, then
 * the value over SignedInfo, which is canonicalized once however many certificates there are to try.
 */
final class SignatureCore {

    private final SignatureForm form;
    private final ReferencePlan plan;
    private final String place;
    private final XMLSignature signature;

    SignatureCore(SignatureForm form, ReferencePlan plan, String place) throws SignatureRefused {
        this.form = form;
        this.plan = plan;
        this.place = place;
        try {
            this.signature = new XMLSignature(form.element(), "", true);
            signature.addResourceResolver(plan);
        } catch (XMLSecurityException | DOMException e) {
            throw new SignatureRefused(TrustCode.SIGNATURE_FORM, place);
        }
    }

    List<TrustFault> referenceFaults() {
        List<TrustFault> faults = new ArrayList<>(plan.faults());
        List<ReferenceForm> references = form.references();
        for (int i = 0; i < references.size(); i++) {
            if (plan.isPlanned(references.get(i).uri()) && !isUnchanged(i)) {
                faults.add(TrustCode.CONTENT_CHANGED.at(place + "/Reference[" + (i + 1) + "]"));
            }
        }
        return faults;
    }

    private boolean isUnchanged(int reference) {
        try {
            return signature.getSignedInfo().item(reference).verify();
        } catch (XMLSecurityException | IllegalArgumentException e) { // such as a digest value that is no base64
            return false;
        }
    }

    Signer signer(SignerCertificates certificates, SignatureValues values) throws SignatureRefused {
        try {
            ByteArrayOutputStream signedInfo = new ByteArrayOutputStream(2048);
            signature.getSignedInfo().signInOctetStream(signedInfo);
            List<X509Certificate> matching = certificates.matching(
                    values, form.signatureAlgorithm(), signedInfo.toByteArray(), signature.getSignatureValue(), place);
            return new Signer(matching, certificates.all());
        } catch (XMLSecurityException | IllegalArgumentException e) {
            throw new SignatureRefused(TrustCode.SIGNATURE_FORM, place);
        }
    }
}
