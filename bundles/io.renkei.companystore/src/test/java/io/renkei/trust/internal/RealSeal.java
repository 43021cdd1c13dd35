package io.renkei.trust.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.ports.trust.ReceiptSealer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The gateway's own seal with a key made for a test, as it runs in the gateway. */
public final class RealSeal {

    private final GatewaySeal seal;

    public RealSeal(Path directory) {
        seal = new GatewaySeal(SealKeys.open(directory, Duration.ofDays(1), Clock.systemUTC()));
    }

    public Sealer sealer() {
        return seal;
    }

    /** The keys as they are served to partners. */
    public ReceiptSealer published() {
        return seal;
    }
}
