package io.renkei.trust.internal;

import io.renkei.ports.people.Authenticator;
import io.renkei.ports.trust.Revocation;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.UserCertificates;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;

/** Judges by the profile of the JPKI: kind first, so that a person with the wrong certificate is told so, then path, then revocation. */
final class UserCertificateJudge implements UserCertificates {

    /** 利用者証明用 証明書ポリシー */
    static final ASN1ObjectIdentifier USER_AUTHENTICATION = new ASN1ObjectIdentifier("1.2.392.200149.8.5.1.3.30");

    /** 署名用 証明書ポリシー */
    static final ASN1ObjectIdentifier SIGNING = new ASN1ObjectIdentifier("1.2.392.200149.8.5.1.1.20");

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final CertificatePaths paths;
    private final TrustAnchors anchors;
    private final RevocationLists lists;
    private final boolean needsRevocation;

    /** @param needsRevocation whether a certificate is refused while nothing current tells of its revocation */
    UserCertificateJudge(CertificatePaths paths, TrustAnchors anchors, RevocationLists lists, boolean needsRevocation) {
        this.paths = paths;
        this.anchors = anchors;
        this.lists = lists;
        this.needsRevocation = needsRevocation;
    }

    @Override
    public Verdict judge(List<X509Certificate> path, Instant at) {
        if (path.isEmpty()) {
            return new Verdict.Bad(Fault.OTHER_KIND);
        }
        X509Certificate own = path.get(0);
        List<X509Certificate> given = path.subList(1, path.size());
        Optional<Fault> fault = kind(own).or(() -> path(own, given, at)).or(() -> revocation(own, given, at));
        return fault.<Verdict>map(Verdict.Bad::new)
                .orElseGet(() -> authorityKey(own)
                        .<Verdict>map(
                                key -> new Verdict.Good(new Authenticator.Certificate(key, own.getSerialNumber())))
                        .orElseGet(() -> new Verdict.Bad(Fault.OTHER_KIND)));
    }

    private static Optional<Fault> kind(X509Certificate own) {
        boolean[] usage = own.getKeyUsage();
        boolean signing = has(own, SIGNING) || usage != null && usage[NON_REPUDIATION];
        if (signing) {
            return Optional.of(Fault.FOR_SIGNING);
        }
        boolean fits = has(own, USER_AUTHENTICATION)
                && usage != null
                && usage[DIGITAL_SIGNATURE]
                && own.getBasicConstraints() < 0
                && !own.hasUnsupportedCriticalExtension();
        return fits ? Optional.empty() : Optional.of(Fault.OTHER_KIND);
    }

    private Optional<Fault> path(X509Certificate own, List<X509Certificate> given, Instant at) {
        Set<X509Certificate> roots = anchors.anchors(TrustAnchors.USER_AUTHENTICATION);
        if (roots.contains(own)) {
            return Optional.of(Fault.UNKNOWN_AUTHORITY);
        }
        return paths.judge(own, given, roots, at).map(code -> switch (code) {
            case SIGNER_EXPIRED, SIGNER_NOT_YET_VALID, ISSUER_EXPIRED, ISSUER_NOT_YET_VALID -> Fault.OUT_OF_TIME;
            default -> Fault.UNKNOWN_AUTHORITY;
        });
    }

    private Optional<Fault> revocation(X509Certificate own, List<X509Certificate> given, Instant at) {
        Revocation known = lists.of(own, given, anchors.anchors(TrustAnchors.USER_AUTHENTICATION), at);
        return switch (known) {
            case GOOD -> Optional.empty();
            case REVOKED -> Optional.of(Fault.REVOKED);
            case NOT_CHECKED -> needsRevocation ? Optional.of(Fault.REVOCATION_UNKNOWN) : Optional.empty();
        };
    }

    private static boolean has(X509Certificate certificate, ASN1ObjectIdentifier policy) {
        byte[] value = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        try {
            return value != null
                    && Arrays.stream(CertificatePolicies.getInstance(
                                            ASN1OctetString.getInstance(value).getOctets())
                                    .getPolicyInformation())
                            .anyMatch(each -> each.getPolicyIdentifier().equals(policy));
        } catch (IllegalArgumentException e) {
            return false; // unreadable: no policy at all
        }
    }

    private static Optional<String> authorityKey(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        try {
            return Optional.ofNullable(value)
                    .map(bytes -> AuthorityKeyIdentifier.getInstance(
                                    ASN1OctetString.getInstance(bytes).getOctets())
                            .getKeyIdentifierOctets())
                    .filter(key -> key.length >= 1 && key.length <= 64)
                    .map(HexFormat.of()::formatHex);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
