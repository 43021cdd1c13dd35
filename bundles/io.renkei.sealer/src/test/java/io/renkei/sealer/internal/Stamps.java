package io.renkei.sealer.internal;

import io.renkei.ports.trust.Revocation;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.Timestamps;
import io.renkei.ports.trust.TrustFault;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Timestamps and their authority without any cryptography: the request is the data, and a good answer is the request. */
final class Stamps implements Timestamps, TimestampAuthority {

    private final Clock clock;
    private boolean down;
    private boolean other;
    private int calls;

    Stamps(Clock clock) {
        this.clock = clock;
    }

    void down(boolean value) {
        down = value;
    }

    /** Answers with a timestamp that is not accepted. */
    void other(boolean value) {
        other = value;
    }

    int calls() {
        return calls;
    }

    @Override
    public byte[] request(byte[] data, Optional<String> policy) {
        return data;
    }

    @Override
    public Reply ask(byte[] request) {
        calls++;
        if (down) {
            return Reply.none("no answer: ConnectException");
        }
        return Reply.of(other ? new byte[0] : request);
    }

    @Override
    public void giveUp() {
        down = true;
    }

    @Override
    public Answered read(byte[] request, byte[] response, Set<X509Certificate> anchors) {
        Verdict verdict = verdict(Arrays.equals(request, response));
        return new Answered(verdict.accepted() ? Optional.of(response) : Optional.empty(), verdict);
    }

    @Override
    public Verdict verify(byte[] token, byte[] data, Set<X509Certificate> anchors) {
        return verdict(Arrays.equals(token, data));
    }

    private Verdict verdict(boolean good) {
        Instant at = clock.instant();
        List<TrustFault> faults = good ? List.of() : List.of(new TrustFault("TRUST-075", "timestamp", "no", "否"));
        return new Verdict(
                new SignatureVerdict("timestamp", good, good, at, Revocation.NOT_CHECKED, Optional.empty(), faults),
                Optional.of(at),
                Optional.of(Duration.ofSeconds(1)),
                Optional.empty());
    }
}
