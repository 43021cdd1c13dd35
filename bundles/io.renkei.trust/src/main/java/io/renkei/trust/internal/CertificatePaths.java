package io.renkei.trust.internal;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * Judges whether a certificate leads to an anchor at a stated time (RFC 5280, section 6; revocation is not looked at).
 *
 * <p>An issuer is chosen by key identifier and signature. Its name decides only where a certificate has no key
 * identifier: the generations of a national root share one name. All certificates of the path, the anchor too, have to
 * be valid at that time, so that an expired root serves past signatures only. A certificate that is itself an anchor is
 * its own path.
 */
final class CertificatePaths {

    private static final int MAX_LENGTH = 8;
    private static final int MAX_SIGNATURE_CHECKS = 48;
    private static final int REMEMBERED = 4096;

    private final Provider provider;
    private final CertificateFactory certificates;
    private final Predicate<PublicKey> strong;
    private final Predicate<X509Certificate> wellSigned;

    /** Paths that follow every rule except time, which is judged anew on each use. */
    private final Bounded<Question, List<X509Certificate>> known = new Bounded<>(REMEMBERED);

    private record Question(X509Certificate signer, List<X509Certificate> given, Set<X509Certificate> anchors) {}

    CertificatePaths(Provider provider) {
        this(provider, Algorithms::isStrong, Algorithms::isWellSigned);
    }

    CertificatePaths(Provider provider, Predicate<PublicKey> strong, Predicate<X509Certificate> wellSigned) {
        this.provider = provider;
        this.strong = strong;
        this.wellSigned = wellSigned;
        try {
            // The JDK's factory may be used by several threads; BouncyCastle's may not.
            this.certificates = CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("the JDK has no X.509 certificates; use the supported JDK", e);
        }
    }

    CertificateFactory certificates() {
        return certificates;
    }

    /**
     * @param given certificates that came with the signature, in any order; never trusted by themselves
     * @return what is wrong, or empty when the path is good
     */
    Optional<TrustCode> judge(
            X509Certificate signer, List<X509Certificate> given, Set<X509Certificate> anchors, Instant at) {
        Question question = new Question(signer, given, anchors);
        Optional<List<X509Certificate>> remembered = known.get(question);
        if (remembered.isPresent() && outOfTime(remembered.get(), at).isEmpty()) {
            return Optional.empty();
        }
        Search search = new Search(given, anchors, at);
        search.extend(List.of(signer));
        search.good.ifPresent(path -> known.put(question, path));
        return search.good.isPresent()
                ? Optional.empty()
                : Optional.of(search.fault.or(() -> signerOutOfTime(signer, at)).orElse(TrustCode.UNKNOWN_ROOT));
    }

    private final class Search {

        private final List<X509Certificate> given;
        private final Set<X509Certificate> anchors;
        private final Instant at;
        private int signatureChecks;
        private Optional<List<X509Certificate>> good = Optional.empty();
        private Optional<TrustCode> fault = Optional.empty();

        Search(List<X509Certificate> given, Set<X509Certificate> anchors, Instant at) {
            this.given = given;
            this.anchors = anchors;
            this.at = at;
        }

        /** Tries every way from the last certificate of the path; the first good one ends the search. */
        void extend(List<X509Certificate> path) {
            X509Certificate last = path.get(path.size() - 1);
            if (anchors.contains(last)) {
                finish(path);
                return;
            }
            for (X509Certificate anchor : issuers(last, anchors)) {
                finish(with(path, anchor));
                if (good.isPresent()) {
                    return;
                }
            }
            if (path.size() >= MAX_LENGTH) {
                return;
            }
            for (X509Certificate issuer : issuers(last, given)) {
                if (!path.contains(issuer) && !anchors.contains(issuer)) {
                    extend(with(path, issuer));
                    if (good.isPresent()) {
                        return;
                    }
                }
            }
        }

        private void finish(List<X509Certificate> path) {
            Optional<TrustCode> wrong = outOfTime(path, at).or(() -> againstRules(path, at));
            if (wrong.isEmpty()) {
                good = Optional.of(path);
            } else if (fault.isEmpty()) {
                fault = wrong;
            }
        }

        private List<X509Certificate> issuers(X509Certificate of, Collection<X509Certificate> candidates) {
            List<X509Certificate> issuers = new ArrayList<>();
            for (X509Certificate candidate : candidates) {
                if (mayHaveIssued(candidate, of)
                        && ++signatureChecks <= MAX_SIGNATURE_CHECKS
                        && hasSigned(candidate, of)) {
                    issuers.add(candidate);
                }
            }
            return issuers;
        }
    }

    /** In the order signer, issuers, anchor. */
    private Optional<TrustCode> againstRules(List<X509Certificate> path, Instant at) {
        X509Certificate anchor = path.get(path.size() - 1);
        for (X509Certificate certificate : path) {
            boolean signedByAnother = certificate != anchor;
            if (!strong.test(certificate.getPublicKey()) || (signedByAnother && !wellSigned.test(certificate))) {
                return Optional.of(TrustCode.PATH_ALGORITHM);
            }
        }
        if (path.size() == 1) {
            return Optional.empty();
        }
        // BouncyCastle takes the parts of a name in any order; RFC 5280, 7.1 does not.
        for (int i = 0; i + 1 < path.size(); i++) {
            if (!path.get(i).getIssuerX500Principal().equals(path.get(i + 1).getSubjectX500Principal())) {
                return Optional.of(TrustCode.PATH_RULE);
            }
        }
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX", provider)
                    .validate(certificates.generateCertPath(path.subList(0, path.size() - 1)), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(TrustCode.PATH_RULE);
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("path parameters are built here and cannot be wrong", e);
        } catch (GeneralSecurityException e) {
            return Optional.of(TrustCode.PATH_RULE);
        }
    }

    private static Optional<TrustCode> outOfTime(List<X509Certificate> path, Instant at) {
        return signerOutOfTime(path.get(0), at).or(() -> {
            for (X509Certificate issuer : path) {
                if (at.isAfter(issuer.getNotAfter().toInstant())) {
                    return Optional.of(TrustCode.ISSUER_EXPIRED);
                }
                if (at.isBefore(issuer.getNotBefore().toInstant())) {
                    return Optional.of(TrustCode.ISSUER_NOT_YET_VALID);
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<TrustCode> signerOutOfTime(X509Certificate signer, Instant at) {
        if (at.isAfter(signer.getNotAfter().toInstant())) {
            return Optional.of(TrustCode.SIGNER_EXPIRED);
        }
        return at.isBefore(signer.getNotBefore().toInstant())
                ? Optional.of(TrustCode.SIGNER_NOT_YET_VALID)
                : Optional.empty();
    }

    private static boolean mayHaveIssued(X509Certificate issuer, X509Certificate subject) {
        byte[] authority = authorityKey(subject);
        byte[] own = subjectKey(issuer);
        if (authority != null && own != null) {
            return Arrays.equals(authority, own);
        }
        return subject.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
    }

    private boolean hasSigned(X509Certificate issuer, X509Certificate subject) {
        try {
            subject.verify(issuer.getPublicKey(), provider);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] authorityKey(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        try {
            return value == null
                    ? null
                    : AuthorityKeyIdentifier.getInstance(
                                    ASN1OctetString.getInstance(value).getOctets())
                            .getKeyIdentifierOctets();
        } catch (IllegalArgumentException e) {
            return null; // unreadable: the name has to do, and the path rules judge the rest
        }
    }

    private static byte[] subjectKey(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        try {
            return value == null
                    ? null
                    : SubjectKeyIdentifier.getInstance(
                                    ASN1OctetString.getInstance(value).getOctets())
                            .getKeyIdentifier();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<X509Certificate> with(List<X509Certificate> path, X509Certificate next) {
        List<X509Certificate> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }
}
