package io.renkei.trust.internal;

import io.renkei.ports.trust.PdfSignatures;
import io.renkei.ports.trust.Revocation;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.TrustFault;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Verifies in two steps. First the signature that covers the whole file is found by its range alone, and its value and its
 * signer are judged. Only a file that a trusted signer vouches for is then parsed, strictly, to see that its form names
 * that signature, and to judge the earlier ones.
 */
final class PdfSignatureVerifier implements PdfSignatures {

    private final int maxBytes;
    private final Provider provider = new BouncyCastleProvider();
    private final CertificatePaths paths = new CertificatePaths(provider);

    PdfSignatureVerifier(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public PdfVerdict verify(byte[] document, Set<X509Certificate> anchors, Instant at) {
        if (document.length > maxBytes) {
            return refused(TrustCode.TOO_LARGE);
        }
        List<PdfRange> ranges = PdfRange.in(document, DocumentShape.MAX_SIGNATURES + 1);
        if (ranges.isEmpty()) {
            return refused(TrustCode.UNSIGNED);
        }
        if (ranges.size() > DocumentShape.MAX_SIGNATURES) {
            return refused(TrustCode.TOO_MANY_SIGNATURES);
        }
        List<PdfRange> whole =
                ranges.stream().filter(range -> range.coversAll(document)).toList();
        if (whole.size() != 1) {
            return refused(TrustCode.PDF_ADDED);
        }
        return new Verification(document, anchors, at).of(whole.get(0));
    }

    @Override
    public boolean isSigned(byte[] document) {
        return !PdfRange.in(document, 1).isEmpty();
    }

    private static PdfVerdict refused(TrustCode code) {
        return new PdfVerdict(List.of(), List.of(code.at("document")), Map.of(), Optional.empty());
    }

    private final class Verification {

        private final byte[] document;
        private final Set<X509Certificate> anchors;
        private final Instant at;
        private final List<SignatureVerdict> verdicts = new ArrayList<>();
        private final Map<String, X509Certificate> signers = new HashMap<>();
        private Optional<Instant> claimed = Optional.empty();

        Verification(byte[] document, Set<X509Certificate> anchors, Instant at) {
            this.document = document;
            this.anchors = anchors;
            this.at = at;
        }

        PdfVerdict of(PdfRange whole) {
            SignatureVerdict last = judge(whole, false, "Signature[last]");
            if (!last.accepted()) {
                return new PdfVerdict(List.of(last), List.of(), signers, Optional.empty());
            }
            try {
                PdfForm form = PdfForm.read(document);
                for (PdfForm.Signed each : form.signatures()) {
                    verdicts.add(judge(each.range(), each.cades(), "Signature[" + (verdicts.size() + 1) + "]"));
                }
                boolean named =
                        form.signatures().stream().anyMatch(each -> each.range().equals(whole));
                List<TrustFault> faults = named ? List.of() : List.of(TrustCode.PDF_UNREADABLE.at("document"));
                PdfVerdict verdict = new PdfVerdict(verdicts, faults, signers, Optional.empty());
                return verdict.accepted()
                        ? new PdfVerdict(verdicts, faults, signers, Optional.of(new Contents(form.title(), claimed)))
                        : verdict;
            } catch (SignatureRefused e) {
                return new PdfVerdict(verdicts, List.of(e.fault()), signers, Optional.empty());
            }
        }

        private SignatureVerdict judge(PdfRange range, boolean cades, String place) {
            List<TrustFault> faults = new ArrayList<>();
            Optional<Signer.Judged> signer = Optional.empty();
            boolean coreValid = false;
            try {
                CmsValue value = CmsValue.read(range.value(document), paths, provider, place);
                Signer candidates = value.signer(digest -> range.digest(document, digest), cades);
                coreValid = true;
                signer = Optional.of(candidates.judge(paths, anchors, at, place));
                if (range.coversAll(document)) {
                    claimed = value.claimedTime();
                }
            } catch (SignatureRefused e) {
                faults.add(e.fault());
            }
            signer.ifPresent(judged -> {
                faults.addAll(judged.faults());
                signers.put(judged.fingerprint(), judged.certificate());
            });
            return new SignatureVerdict(
                    place,
                    coreValid,
                    signer.filter(judged -> judged.faults().isEmpty()).isPresent(),
                    at,
                    Revocation.NOT_CHECKED,
                    signer.map(Signer.Judged::fingerprint),
                    faults);
        }
    }
}
