package io.renkei.trust.internal;

import io.renkei.ports.trust.Timestamps;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.osgi.service.component.annotations.Component;

/** Publishes what builds requests for timestamps and judges the answers. */
@Component(service = Timestamps.class)
public final class TrustTimestamps implements Timestamps {

    private static final int NONCE_BITS = 64;
    private static final int MOST_BYTES = 1 << 16;
    private static final Set<Integer> GRANTED = Set.of(PKIStatus.GRANTED, PKIStatus.GRANTED_WITH_MODS);

    private final SecureRandom random = new SecureRandom();
    private final TimestampVerifier verifier = new TimestampVerifier();

    @Override
    public byte[] request(byte[] data, Optional<String> policy) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        policy.map(ASN1ObjectIdentifier::new).ifPresent(generator::setReqPolicy);
        try {
            return generator
                    .generate(
                            NISTObjectIdentifiers.id_sha256,
                            TimestampVerifier.digest(data),
                            new BigInteger(NONCE_BITS, random))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request that was built here cannot be written", e);
        }
    }

    @Override
    public Answered read(byte[] request, byte[] response, Set<X509Certificate> anchors) {
        try {
            TimeStampRequest asked = asked(request);
            TimeStampToken token = token(response);
            TimeStampTokenInfo info = token.getTimeStampInfo();
            if (!Objects.equals(info.getNonce(), asked.getNonce())
                    || (asked.getReqPolicy() != null && !asked.getReqPolicy().equals(info.getPolicy()))) {
                throw TimestampVerifier.refused(TrustCode.TSP_OTHER);
            }
            Verdict verdict = verifier.judge(token, asked.getMessageImprintDigest(), anchors);
            return new Answered(verdict.accepted() ? Optional.of(token.getEncoded("DER")) : Optional.empty(), verdict);
        } catch (SignatureRefused e) {
            return new Answered(Optional.empty(), TimestampVerifier.unreadable(e.fault()));
        } catch (IOException e) {
            throw new IllegalStateException("a token that was read cannot be written", e);
        }
    }

    @Override
    public Verdict verify(byte[] token, byte[] data, Set<X509Certificate> anchors) {
        return verifier.verify(token, data, anchors);
    }

    private static TimeStampRequest asked(byte[] request) {
        try {
            return new TimeStampRequest(request);
        } catch (IOException e) {
            throw new IllegalArgumentException("the request is none of ours", e);
        }
    }

    private static TimeStampToken token(byte[] response) throws SignatureRefused {
        if (response.length > MOST_BYTES) {
            throw TimestampVerifier.refused(TrustCode.TSP_FORM);
        }
        try {
            TimeStampResponse read = new TimeStampResponse(response);
            if (!GRANTED.contains(read.getStatus())) {
                throw TimestampVerifier.refused(TrustCode.TSP_NOT_GRANTED);
            }
            if (read.getTimeStampToken() == null) {
                throw TimestampVerifier.refused(TrustCode.TSP_FORM);
            }
            return read.getTimeStampToken();
        } catch (TSPException | IOException | RuntimeException e) { // BouncyCastle throws what it meets in bad DER
            throw TimestampVerifier.refused(TrustCode.TSP_FORM);
        }
    }
}
