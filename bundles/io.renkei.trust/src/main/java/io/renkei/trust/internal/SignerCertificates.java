package io.renkei.trust.internal;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The certificates that came with one signature. The signer's is the one whose key made the signature, wherever it stands. */
final class SignerCertificates {

    private final List<X509Certificate> all;

    private SignerCertificates(List<X509Certificate> all) {
        this.all = List.copyOf(all);
    }

    static SignerCertificates read(List<byte[]> encoded, CertificateFactory factory, String place)
            throws SignatureRefused {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] one : encoded) {
            try {
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(one)));
            } catch (CertificateException e) {
                throw new SignatureRefused(TrustCode.CERTIFICATE_UNREADABLE, place);
            }
        }
        return new SignerCertificates(certificates);
    }

    List<X509Certificate> all() {
        return all;
    }

    /**
     * The certificates whose key verifies the value. More than one only where several certificates are for one key.
     *
     * @throws SignatureRefused when no key does; the code says whether one was too weak to be tried
     */
    List<X509Certificate> matching(
            SignatureValues values, String algorithm, byte[] signedInfo, byte[] value, String place)
            throws SignatureRefused {
        List<X509Certificate> byLikelihood = new ArrayList<>(all);
        byLikelihood.sort(Comparator.comparing(certificate -> certificate.getBasicConstraints() >= 0));
        boolean weak = false;
        for (X509Certificate certificate : byLikelihood) {
            PublicKey key = certificate.getPublicKey();
            if (!Algorithms.fits(algorithm, key)) {
                continue;
            }
            if (!Algorithms.isStrong(key)) {
                weak = true;
            } else if (values.verifies(algorithm, key, signedInfo, value)) {
                return all.stream()
                        .filter(other -> other.getPublicKey().equals(key))
                        .toList();
            }
        }
        throw new SignatureRefused(weak ? TrustCode.KEY_WEAK : TrustCode.VALUE_WRONG, place);
    }

    /** RFC 5280, 4.2.1.3: where the extension is present, it has to say that the key is for signatures. */
    static Optional<TrustCode> keyUsageFault(X509Certificate signer) {
        boolean[] usage = signer.getKeyUsage();
        boolean allowed = usage == null || usage[0] || usage[1];
        return allowed ? Optional.empty() : Optional.of(TrustCode.KEY_USAGE);
    }
}
