package io.renkei.connector.egov.internal;

import static io.renkei.connector.egov.internal.TestTask.ACME;
import static io.renkei.connector.egov.internal.TestTask.HELLO_WORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TokenVault.Fresh;
import io.renkei.sandbox.internal.RunningSandbox;
import io.renkei.sandbox.internal.TestKeys;
import io.renkei.testkit.ConnectorContract;
import io.renkei.testkit.Ministry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The promises of the SPI, at the sandbox's Hello Work. */
class EgovContractTest extends ConnectorContract {

    private static final TlsContexts NO_TLS = (trusted, identity) -> {
        throw new IllegalStateException("plain HTTP needs none");
    };

    @TempDir
    static Path pki;

    private static TestKeys keys;

    @TempDir
    Path ledger;

    private final TestVault vault = new TestVault();

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(pki);
    }

    @Override
    protected Ministry ministry() throws IOException {
        RunningSandbox sandbox = RunningSandbox.start(pki, ledger, keys, Duration.ofMillis(20), Duration.ofHours(1));
        JsonNode tokens = sandbox.order("delegations", "{\"account\":\"acme\"}");
        vault.put(
                ACME,
                HELLO_WORK,
                new Fresh(
                        tokens.path("access_token").asText(),
                        Instant.now().plusSeconds(3_600),
                        tokens.path("refresh_token").asText()));
        return new SandboxMinistry(sandbox, HELLO_WORK.toString());
    }

    @Override
    protected Dispatcher connector(String url) {
        Map<String, Object> set = new HashMap<>();
        set.put("destination", HELLO_WORK.toString());
        set.put("endpoint.url", url + "/egov/hello-work");
        set.put("auth.url", url + "/egov/auth");
        set.put("connect.timeout.millis", 500L);
        set.put("response.timeout.millis", 3_000L);
        set.put("total.timeout.millis", 10_000L);
        set.put("settle.millis", 0L);
        return new EgovConnector(NO_TLS, vault, keys.sealer(), TestConfig.of(set), set);
    }

    @Override
    protected void disconnect(Dispatcher connector) {
        ((EgovConnector) connector).stop();
    }

    @Override
    protected DispatchTask filing() {
        return TestTask.fresh();
    }

    /** Closing an answer reads on to its end, without a bound: see docs/threats.md. */
    @Override
    protected boolean boundsSlowAnswers() {
        return false;
    }
}
