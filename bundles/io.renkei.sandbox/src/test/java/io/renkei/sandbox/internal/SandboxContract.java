package io.renkei.sandbox.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.testkit.ConnectorContract;
import io.renkei.testkit.Ministry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract of connectors, with the sandbox in place of the ministry: one connector at one of its destinations. */
public abstract class SandboxContract extends ConnectorContract {

    /** For an instance over plain HTTP. */
    protected static final TlsContexts NO_TLS = (trusted, identity) -> {
        throw new IllegalStateException("plain HTTP needs none");
    };

    @TempDir
    static Path pki;

    private static TestKeys keys;

    @TempDir
    Path ledgers;

    private final DestinationId destination;

    protected SandboxContract(DestinationId destination) {
        this.destination = destination;
    }

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(pki);
    }

    @Override
    protected final Ministry ministry() throws IOException {
        Path own = Files.createTempDirectory(ledgers, "ledger");
        RunningSandbox sandbox = RunningSandbox.start(pki, own, keys, Duration.ofMillis(20), Duration.ofHours(1));
        prepare(sandbox);
        return new SandboxMinistry(sandbox, destination.toString());
    }

    /** What a sender does at the ministry before the first filing. */
    protected void prepare(RunningSandbox sandbox) {}

    /** A seal that the sandbox takes. */
    protected Sealer sealer() {
        return keys.sealer();
    }

    /** A configuration with timeouts that are quick, but kept by a machine under load. */
    protected Map<String, Object> configuration(String endpoint) {
        Map<String, Object> set = new HashMap<>();
        set.put("destination", destination.toString());
        set.put("endpoint.url", endpoint);
        set.put("connect.timeout.millis", 500L);
        set.put("response.timeout.millis", 2_000L);
        set.put("total.timeout.millis", 10_000L);
        set.put("settle.millis", 0L);
        return set;
    }
}
