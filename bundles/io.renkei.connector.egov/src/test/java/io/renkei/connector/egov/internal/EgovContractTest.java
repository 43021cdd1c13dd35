package io.renkei.connector.egov.internal;

import static io.renkei.connector.egov.internal.TestTask.HELLO_WORK;
import static io.renkei.testkit.FilingTask.SENDER;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.TokenVault.Fresh;
import io.renkei.sandbox.internal.RunningSandbox;
import io.renkei.sandbox.internal.SandboxContract;
import java.time.Instant;
import java.util.Map;

/** The promises of the SPI, at the sandbox's Hello Work. */
class EgovContractTest extends SandboxContract {

    private final TestVault vault = new TestVault();

    EgovContractTest() {
        super(HELLO_WORK);
    }

    @Override
    protected void prepare(RunningSandbox sandbox) {
        JsonNode tokens = sandbox.order("delegations", "{\"account\":\"acme\"}");
        vault.put(
                SENDER,
                HELLO_WORK,
                new Fresh(
                        tokens.path("access_token").asText(),
                        Instant.now().plusSeconds(3_600),
                        tokens.path("refresh_token").asText()));
    }

    @Override
    protected Dispatcher connector(String url) {
        Map<String, Object> set = configuration(url + "/egov/hello-work");
        set.put("auth.url", url + "/egov/auth");
        return new EgovConnector(NO_TLS, vault, sealer(), TestConfig.of(set), set);
    }

    @Override
    protected void disconnect(Dispatcher connector) {
        ((EgovConnector) connector).stop();
    }

    @Override
    protected DispatchTask filing() {
        return TestTask.fresh();
    }
}
