package io.renkei.connector.privatedelivery.internal;

import io.renkei.api.spi.HoldingsSource;
import io.renkei.api.spi.TlsContexts;
import io.renkei.sandbox.internal.RunningSandbox;
import io.renkei.sandbox.internal.TestKeys;
import io.renkei.testkit.HoldingsSourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The promises of the SPI, at the sandbox's private delivery service. */
class PrivateDeliveryContractTest extends HoldingsSourceContract {

    private static final TlsContexts NO_TLS = (trusted, identity) -> {
        throw new IllegalStateException("plain HTTP needs none");
    };

    @TempDir
    static Path pki;

    private static TestKeys keys;

    @TempDir
    Path ledgers;

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(pki);
    }

    @Override
    protected Service service() throws IOException {
        Path own = Files.createTempDirectory(ledgers, "ledger");
        return new SandboxService(RunningSandbox.start(pki, own, keys, Duration.ofMillis(20), Duration.ofHours(1)));
    }

    @Override
    protected HoldingsSource source(String url) {
        return new PrivateDeliveryConnector(NO_TLS, TestConfig.at(url));
    }

    @Override
    protected void disconnect(HoldingsSource source) {
        ((PrivateDeliveryConnector) source).stop();
    }
}
