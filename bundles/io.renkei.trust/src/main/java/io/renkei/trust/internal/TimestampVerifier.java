package io.renkei.trust.internal;

import io.renkei.ports.trust.Revocation;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.Timestamps.Verdict;
import io.renkei.ports.trust.TrustFault;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/** Judges timestamp tokens (RFC 3161, 2.4.2). Revocation is not looked at. Safe for use by several threads. */
public final class TimestampVerifier {

    private static final String PLACE = "timestamp";
    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);
    private static final int MOST_BYTES = 1 << 16;
    private static final int MAX_CERTIFICATES = 16;

    private final Provider provider = new BouncyCastleProvider();
    private final CertificatePaths paths = new CertificatePaths(provider);

    /**
     * @param token DER, 64 KiB at most
     * @param data what the token has to be over, with SHA-256
     * @param anchors whom to trust
     */
    public Verdict verify(byte[] token, byte[] data, Set<X509Certificate> anchors) {
        try {
            return judge(read(token), digest(data), anchors);
        } catch (SignatureRefused e) {
            return unreadable(e.fault());
        }
    }

    Verdict judge(TimeStampToken token, byte[] imprint, Set<X509Certificate> anchors) {
        List<TrustFault> faults = new ArrayList<>();
        TimeStampTokenInfo info = token.getTimeStampInfo();
        Instant at = info.getGenTime().toInstant();
        Optional<X509Certificate> signer = Optional.empty();
        boolean core = false;
        boolean path = false;
        try {
            if (!info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    || !Arrays.equals(info.getMessageImprintDigest(), imprint)) {
                throw refused(TrustCode.TSP_OTHER);
            }
            List<X509Certificate> given = certificates(token);
            signer = Optional.of(signer(token, given));
            core = true;
            path = judgePath(signer.get(), given, anchors, at, faults);
        } catch (SignatureRefused e) {
            faults.add(e.fault());
        }
        return new Verdict(
                new SignatureVerdict(
                        PLACE,
                        core,
                        path,
                        at,
                        Revocation.NOT_CHECKED,
                        signer.map(Digests::sha256).map(HexFormat.of()::formatHex),
                        faults),
                Optional.of(at),
                accuracy(info),
                Optional.of(info.getPolicy().getId()));
    }

    /** What is said of bytes in which not even a time can be read. */
    static Verdict unreadable(TrustFault fault) {
        return new Verdict(
                new SignatureVerdict(
                        PLACE, false, false, Instant.EPOCH, Revocation.NOT_CHECKED, Optional.empty(), List.of(fault)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static SignatureRefused refused(TrustCode code) {
        return new SignatureRefused(code, PLACE);
    }

    static byte[] digest(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no SHA-256; use the supported JDK", e);
        }
    }

    static TimeStampToken read(byte[] token) throws SignatureRefused {
        if (token.length > MOST_BYTES) {
            throw refused(TrustCode.TSP_FORM);
        }
        try {
            return new TimeStampToken(ContentInfo.getInstance(token));
        } catch (TSPException | IOException | RuntimeException e) { // BouncyCastle throws what it meets in bad DER
            throw refused(TrustCode.TSP_FORM);
        }
    }

    private boolean judgePath(
            X509Certificate signer,
            List<X509Certificate> given,
            Set<X509Certificate> anchors,
            Instant at,
            List<TrustFault> faults) {
        Optional<TrustCode> wrong = SignerCertificates.keyUsageFault(signer)
                .or(() -> paths.judge(signer, given, anchors, at))
                .map(code -> code == TrustCode.UNKNOWN_ROOT ? TrustCode.TSP_ROOT : code);
        wrong.ifPresent(code -> faults.add(code.at(PLACE)));
        return wrong.isEmpty();
    }

    private List<X509Certificate> certificates(TimeStampToken token) throws SignatureRefused {
        try {
            Collection<X509CertificateHolder> holders = token.getCertificates().getMatches(null);
            List<byte[]> encoded = new ArrayList<>();
            for (X509CertificateHolder holder : holders) {
                encoded.add(holder.getEncoded());
            }
            if (encoded.isEmpty() || encoded.size() > MAX_CERTIFICATES) {
                throw refused(TrustCode.TSP_FORM);
            }
            return SignerCertificates.read(encoded, paths.certificates(), PLACE).all();
        } catch (IOException | RuntimeException e) { // as above
            throw refused(TrustCode.TSP_FORM);
        }
    }

    /** The certificate that the token names, whose key made the signature. */
    private X509Certificate signer(TimeStampToken token, List<X509Certificate> given) throws SignatureRefused {
        Collection<SignerInformation> signers =
                token.toCMSSignedData().getSignerInfos().getSigners();
        if (signers.size() != 1
                || !DIGESTS.contains(
                        signers.iterator().next().getDigestAlgorithmID().getAlgorithm())) {
            throw refused(TrustCode.TSP_FORM);
        }
        for (X509Certificate certificate : given) {
            if (token.getSID().match(holder(certificate))) {
                requireGood(token, certificate);
                return certificate;
            }
        }
        throw refused(TrustCode.TSP_FORM);
    }

    private void requireGood(TimeStampToken token, X509Certificate certificate) throws SignatureRefused {
        if (!Algorithms.isStrong(certificate.getPublicKey())) {
            throw refused(TrustCode.KEY_WEAK);
        }
        try {
            TSPUtil.validateCertificate(holder(certificate));
            if (!token.isSignatureValid(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(provider)
                    .build(certificate))) {
                throw refused(TrustCode.TSP_VALUE);
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(provider)
                    .build(certificate));
        } catch (TSPValidationException e) {
            throw refused(inTime(certificate, token) ? TrustCode.TSP_PURPOSE : TrustCode.SIGNER_EXPIRED);
        } catch (TSPException | OperatorCreationException | RuntimeException e) { // as above
            throw refused(TrustCode.TSP_VALUE);
        }
    }

    private static boolean inTime(X509Certificate certificate, TimeStampToken token) {
        Instant at = token.getTimeStampInfo().getGenTime().toInstant();
        return !at.isAfter(certificate.getNotAfter().toInstant())
                && !at.isBefore(certificate.getNotBefore().toInstant());
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    private static Optional<Duration> accuracy(TimeStampTokenInfo info) {
        return Optional.ofNullable(info.getGenTimeAccuracy()).map(TimestampVerifier::duration);
    }

    private static Duration duration(GenTimeAccuracy accuracy) {
        return Duration.ofSeconds(accuracy.getSeconds())
                .plusMillis(accuracy.getMillis())
                .plusNanos(accuracy.getMicros() * 1_000L);
    }
}
