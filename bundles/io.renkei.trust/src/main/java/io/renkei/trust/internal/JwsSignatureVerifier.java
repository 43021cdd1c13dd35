package io.renkei.trust.internal;

import io.renkei.ports.trust.JwsVerifier;
import io.renkei.ports.trust.Revocation;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.TrustFault;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Reads the header, then tries the value with the one key that may have made it, then judges that key's path. */
final class JwsSignatureVerifier implements JwsVerifier {

    private static final String PLACE = "JWS";
    private static final int P256_VALUE_BYTES = 64;

    private final int maxBytes;
    private final SignatureValues values;
    private final CertificatePaths paths;

    JwsSignatureVerifier(int maxBytes) {
        Provider provider = new BouncyCastleProvider();
        this.maxBytes = maxBytes;
        this.values = new SignatureValues(provider);
        this.paths = new CertificatePaths(provider);
    }

    @Override
    public JwsVerdict verify(String jws, Trust trust, Instant at) {
        try {
            CompactJws parts = CompactJws.attached(jws, maxBytes, PLACE);
            return judge(parts, trust, at);
        } catch (SignatureRefused e) {
            return refused(e.fault(), at);
        }
    }

    @Override
    public JwsVerdict verifyDetached(String jws, byte[] payload, Trust trust, Instant at) {
        try {
            return judge(CompactJws.detached(jws, payload, maxBytes, PLACE), trust, at);
        } catch (SignatureRefused e) {
            return refused(e.fault(), at);
        }
    }

    private JwsVerdict judge(CompactJws jws, Trust trust, Instant at) throws SignatureRefused {
        JwsHeader header = JwsHeader.read(jws.header(), PLACE);
        if (trust instanceof Trust.Key pinned) {
            requireValue(jws, header, pinned.key());
            return verdict(jws, header, Optional.empty(), List.of(), at);
        }
        List<X509Certificate> chain = chain(header);
        X509Certificate certificate = chain.get(0);
        requireThumbprint(header, certificate);
        requireValue(jws, header, certificate.getPublicKey());
        Signer.Judged signer =
                new Signer(List.of(certificate), chain).judge(paths, ((Trust.Anchors) trust).anchors(), at, PLACE);
        return verdict(jws, header, Optional.of(signer.fingerprint()), signer.faults(), at);
    }

    /** RFC 7515, 4.1.6: the first is the signer's. */
    private List<X509Certificate> chain(JwsHeader header) throws SignatureRefused {
        if (header.chain().isEmpty()) {
            throw new SignatureRefused(TrustCode.JWS_NO_CERTIFICATE, PLACE);
        }
        try {
            return SignerCertificates.read(header.chain(), paths.certificates(), PLACE)
                    .all();
        } catch (SignatureRefused e) {
            throw new SignatureRefused(TrustCode.JWS_NO_CERTIFICATE, PLACE);
        }
    }

    private static void requireThumbprint(JwsHeader header, X509Certificate certificate) throws SignatureRefused {
        if (header.thumbprint().isPresent()) {
            String actual = Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(certificate));
            if (!actual.equals(header.thumbprint().get())) {
                throw new SignatureRefused(TrustCode.JWS_THUMBPRINT, PLACE);
            }
        }
    }

    private void requireValue(CompactJws jws, JwsHeader header, PublicKey key) throws SignatureRefused {
        boolean elliptic = header.name().equals("ES256");
        boolean fits = Algorithms.fits(header.algorithm(), key)
                && Algorithms.isStrong(key)
                && (!elliptic || Algorithms.isP256(key));
        if (!fits) {
            throw new SignatureRefused(TrustCode.JWS_KEY, PLACE);
        }
        boolean formed = !elliptic || jws.value().length == P256_VALUE_BYTES;
        if (!formed || !values.verifies(header.algorithm(), key, jws.signed(), jws.value())) {
            throw new SignatureRefused(TrustCode.JWS_VALUE_WRONG, PLACE);
        }
    }

    private static JwsVerdict verdict(
            CompactJws jws, JwsHeader header, Optional<String> fingerprint, List<TrustFault> faults, Instant at) {
        SignatureVerdict signature =
                new SignatureVerdict(PLACE, true, faults.isEmpty(), at, Revocation.NOT_CHECKED, fingerprint, faults);
        return signature.accepted()
                ? new JwsVerdict(signature, header.type(), Optional.of(jws.payload()))
                : new JwsVerdict(signature, Optional.empty(), Optional.empty());
    }

    private static JwsVerdict refused(TrustFault fault, Instant at) {
        SignatureVerdict signature =
                new SignatureVerdict(PLACE, false, false, at, Revocation.NOT_CHECKED, Optional.empty(), List.of(fault));
        return new JwsVerdict(signature, Optional.empty(), Optional.empty());
    }
}
