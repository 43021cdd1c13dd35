package io.renkei.trust.internal;

import io.renkei.ports.trust.TrustFault;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Who may have signed.
 *
 * @param matching the certificates for the key that signed, at least one
 * @param given all certificates that came with the signature
 */
record Signer(List<X509Certificate> matching, List<X509Certificate> given) {

    /** Judges each; the first without a fault is the signer's, else the first of all. */
    Judged judge(CertificatePaths paths, Set<X509Certificate> anchors, Instant at, String place) {
        List<Judged> judged = new ArrayList<>();
        for (X509Certificate certificate : matching) {
            List<TrustFault> faults = new ArrayList<>();
            SignerCertificates.keyUsageFault(certificate).ifPresent(code -> faults.add(code.at(place)));
            paths.judge(certificate, given, anchors, at).ifPresent(code -> faults.add(code.at(place)));
            judged.add(new Judged(certificate, faults));
        }
        return judged.stream().filter(one -> one.faults().isEmpty()).findFirst().orElse(judged.get(0));
    }

    /** The signer's certificate and what is wrong with it or with its path. */
    record Judged(X509Certificate certificate, List<TrustFault> faults) {

        String fingerprint() {
            return HexFormat.of().formatHex(Digests.sha256(certificate));
        }
    }
}
