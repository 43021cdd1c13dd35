package io.renkei.connector.eltax.internal;

import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.sandbox.internal.SandboxContract;

/** The promises of the SPI, at the sandbox's eLTAX. */
class EltaxContractTest extends SandboxContract {

    EltaxContractTest() {
        super(TestTask.DESTINATION);
    }

    @Override
    protected Dispatcher connector(String url) {
        return new EltaxConnector(NO_TLS, sealer(), TestConfig.of(configuration(url + TestTask.PATH)));
    }

    @Override
    protected void disconnect(Dispatcher connector) {
        ((EltaxConnector) connector).stop();
    }

    @Override
    protected DispatchTask filing() {
        return TestTask.fresh();
    }
}
