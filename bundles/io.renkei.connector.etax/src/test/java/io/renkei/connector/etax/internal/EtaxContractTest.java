package io.renkei.connector.etax.internal;

import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.sandbox.internal.SandboxContract;

/** The promises of the SPI, at the sandbox's e-Tax. */
class EtaxContractTest extends SandboxContract {

    EtaxContractTest() {
        super(EtaxSettings.DESTINATION);
    }

    @Override
    protected Dispatcher connector(String url) {
        return new EtaxConnector(NO_TLS, sealer(), TestConfig.of(configuration(url + "/etax")));
    }

    @Override
    protected void disconnect(Dispatcher connector) {
        ((EtaxConnector) connector).stop();
    }

    @Override
    protected DispatchTask filing() {
        return TestTask.fresh();
    }
}
