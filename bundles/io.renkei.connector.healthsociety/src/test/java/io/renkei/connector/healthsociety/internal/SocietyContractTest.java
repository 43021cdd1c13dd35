package io.renkei.connector.healthsociety.internal;

import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.sandbox.internal.SandboxContract;

/** The promises of the SPI, at the sandbox's health insurance society. */
class SocietyContractTest extends SandboxContract {

    SocietyContractTest() {
        super(TestTask.DESTINATION);
    }

    @Override
    protected Dispatcher connector(String url) {
        return new SocietyConnector(NO_TLS, sealer(), TestConfig.of(configuration(url + TestTask.PATH)));
    }

    @Override
    protected void disconnect(Dispatcher connector) {
        ((SocietyConnector) connector).stop();
    }

    @Override
    protected DispatchTask filing() {
        return TestTask.fresh();
    }
}
