package io.renkei.trust.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Store;

/**
 * The value of one PDF signature: CMS signed data (RFC 5652) of one signer, detached, with signed attributes. As with XML,
 * the signer is the certificate whose key made the signature, wherever it stands; where the signed attributes name a
 * certificate (RFC 5035), it is that one, and CAdES demands that they do.
 */
final class CmsValue {

    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512");
    private static final Set<ASN1ObjectIdentifier> RSA = Set.of(
            PKCSObjectIdentifiers.rsaEncryption,
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            PKCSObjectIdentifiers.id_RSASSA_PSS);
    private static final Set<ASN1ObjectIdentifier> ECDSA = Set.of(
            X9ObjectIdentifiers.id_ecPublicKey,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512);
    private static final int MAX_CERTIFICATES = 16;

    private final ContentInfo content;
    private final SignerInformation signer;
    private final List<X509Certificate> certificates;
    private final Provider provider;
    private final String place;

    private CmsValue(
            ContentInfo content,
            SignerInformation signer,
            List<X509Certificate> certificates,
            Provider provider,
            String place) {
        this.content = content;
        this.signer = signer;
        this.certificates = certificates;
        this.provider = provider;
        this.place = place;
    }

    /** @param value with or without zeros behind it, which fill the place that the signer kept for it */
    static CmsValue read(byte[] value, CertificatePaths paths, Provider provider, String place)
            throws SignatureRefused {
        try (ASN1InputStream input = new ASN1InputStream(value)) {
            ContentInfo content = ContentInfo.getInstance(input.readObject());
            CMSSignedData signed = new CMSSignedData(content);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            boolean oneDetached = signers.size() == 1
                    && signed.getSignedContent() == null
                    && PKCSObjectIdentifiers.data.getId().equals(signed.getSignedContentTypeOID());
            if (!oneDetached || signers.iterator().next().getSignedAttributes() == null) {
                throw new SignatureRefused(TrustCode.PDF_CMS, place);
            }
            return new CmsValue(
                    content, signers.iterator().next(), certificates(signed, paths, place), provider, place);
        } catch (IOException | CMSException | RuntimeException e) { // BouncyCastle throws what it meets in bad DER
            throw new SignatureRefused(TrustCode.PDF_CMS, place);
        }
    }

    private static List<X509Certificate> certificates(CMSSignedData signed, CertificatePaths paths, String place)
            throws SignatureRefused, IOException {
        Store<X509CertificateHolder> store = signed.getCertificates();
        Collection<X509CertificateHolder> holders = store.getMatches(null);
        if (holders.isEmpty() || holders.size() > MAX_CERTIFICATES) {
            throw new SignatureRefused(
                    holders.isEmpty() ? TrustCode.NO_CERTIFICATE : TrustCode.CERTIFICATE_UNREADABLE, place);
        }
        List<byte[]> encoded = new ArrayList<>();
        for (X509CertificateHolder holder : holders) {
            encoded.add(holder.getEncoded());
        }
        return SignerCertificates.read(encoded, paths.certificates(), place).all();
    }

    /**
     * Who signed what has this digest.
     *
     * @param digest computes the digest of what the signature covers
     * @param named whether the signed attributes have to name the certificate
     */
    Signer signer(Function<MessageDigest, byte[]> digest, boolean named) throws SignatureRefused {
        String name = DIGESTS.get(signer.getDigestAlgorithmID().getAlgorithm());
        if (name == null) {
            throw new SignatureRefused(TrustCode.DIGEST_ALGORITHM, place);
        }
        boolean rsa = RSA.contains(algorithm().getAlgorithm());
        if (!rsa && !ECDSA.contains(algorithm().getAlgorithm()) || isWeakPss()) {
            throw new SignatureRefused(TrustCode.SIGNATURE_ALGORITHM, place);
        }
        SignerInformation known = over(digest.apply(messageDigest(name)));
        List<X509Certificate> byKey = byKey(known, rsa);
        List<X509Certificate> matching = byKey.stream().filter(this::isNamed).toList();
        if (matching.isEmpty() || (named && certificateId().isEmpty())) {
            throw new SignatureRefused(TrustCode.PDF_CMS, place);
        }
        return new Signer(matching, certificates);
    }

    /** When it was signed, as the signer claims. */
    Optional<Instant> claimedTime() {
        return attribute(CMSAttributes.signingTime)
                .map(value -> Time.getInstance(value).getDate().toInstant());
    }

    private AlgorithmIdentifier algorithm() {
        return signer.toASN1Structure().getDigestEncryptionAlgorithm();
    }

    private boolean isWeakPss() {
        if (!algorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return false;
        }
        RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(algorithm().getParameters());
        AlgorithmIdentifier mask =
                AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
        return !DIGESTS.containsKey(parameters.getHashAlgorithm().getAlgorithm())
                || !DIGESTS.containsKey(mask.getAlgorithm());
    }

    private static MessageDigest messageDigest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no " + name + "; use the supported JDK", e);
        }
    }

    /** The signer's information beside a digest that was computed once, however many certificates there are to try. */
    private SignerInformation over(byte[] digest) throws SignatureRefused {
        try {
            ASN1ObjectIdentifier algorithm = signer.getDigestAlgorithmID().getAlgorithm();
            return new CMSSignedData(Map.of(algorithm, digest), content)
                    .getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next();
        } catch (CMSException e) {
            throw new SignatureRefused(TrustCode.PDF_CMS, place);
        }
    }

    private List<X509Certificate> byKey(SignerInformation known, boolean rsa) throws SignatureRefused {
        List<X509Certificate> byLikelihood = new ArrayList<>(certificates);
        byLikelihood.sort(Comparator.comparing(certificate -> certificate.getBasicConstraints() >= 0));
        boolean weak = false;
        for (X509Certificate certificate : byLikelihood) {
            PublicKey key = certificate.getPublicKey();
            if (!Algorithms.fits(rsa ? "withRSA" : "ECDSA", key)) {
                continue;
            }
            if (!Algorithms.isStrong(key)) {
                weak = true;
            } else if (verifies(known, key)) {
                return certificates.stream()
                        .filter(other -> other.getPublicKey().equals(key))
                        .toList();
            }
        }
        throw new SignatureRefused(weak ? TrustCode.KEY_WEAK : TrustCode.VALUE_WRONG, place);
    }

    private boolean verifies(SignerInformation known, PublicKey key) throws SignatureRefused {
        try {
            return known.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(provider)
                    .build(key));
        } catch (CMSSignerDigestMismatchException e) {
            throw new SignatureRefused(TrustCode.CONTENT_CHANGED, place);
        } catch (CMSException | OperatorCreationException | RuntimeException e) { // of another key, or bad attributes
            return false;
        }
    }

    private Optional<ESSCertIDv2> certificateId() {
        return attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                .map(SigningCertificateV2::getInstance)
                .map(SigningCertificateV2::getCerts)
                .filter(ids -> ids.length > 0)
                .map(ids -> ids[0]);
    }

    private boolean isNamed(X509Certificate certificate) {
        Optional<ESSCertIDv2> id = certificateId();
        if (id.isEmpty()) {
            return true;
        }
        String name = DIGESTS.get(id.get().getHashAlgorithm().getAlgorithm());
        try {
            return name != null
                    && Arrays.equals(
                            messageDigest(name).digest(certificate.getEncoded()),
                            id.get().getCertHash());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    private Optional<ASN1Encodable> attribute(ASN1ObjectIdentifier type) {
        return Optional.ofNullable(signer.getSignedAttributes().get(type))
                .map(Attribute::getAttributeValues)
                .filter(values -> values.length == 1)
                .map(values -> values[0]);
    }
}
