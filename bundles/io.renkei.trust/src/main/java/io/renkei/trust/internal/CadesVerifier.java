package io.renkei.trust.internal;

import io.renkei.ports.trust.Revocation;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.TrustFault;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Verifies detached CAdES signatures (ETSI EN 319 122-1, baseline) over whole byte strings, such as the one over the manifest
 * of an evidence container. Revocation and timestamps are not looked at. Safe for use by several threads.
 */
public final class CadesVerifier {

    private final Provider provider = new BouncyCastleProvider();
    private final CertificatePaths paths = new CertificatePaths(provider);

    /**
     * @param content what was signed
     * @param signature DER of a SignedData without content (RFC 5652)
     * @param anchors whom to trust
     * @param at the time for which the signer's path is judged
     * @param place where the signature stands, for the verdict
     */
    public SignatureVerdict verify(
            byte[] content, byte[] signature, Set<X509Certificate> anchors, Instant at, String place) {
        List<TrustFault> faults = new ArrayList<>();
        Optional<Signer.Judged> judged = Optional.empty();
        boolean coreValid = false;
        try {
            Signer signer =
                    CmsValue.read(signature, paths, provider, place).signer(digest -> digest.digest(content), true);
            coreValid = true;
            judged = Optional.of(signer.judge(paths, anchors, at, place));
        } catch (SignatureRefused e) {
            faults.add(e.fault());
        }
        judged.ifPresent(signer -> faults.addAll(signer.faults()));
        return new SignatureVerdict(
                place,
                coreValid,
                judged.filter(signer -> signer.faults().isEmpty()).isPresent(),
                at,
                Revocation.NOT_CHECKED,
                judged.map(Signer.Judged::fingerprint),
                faults);
    }
}
