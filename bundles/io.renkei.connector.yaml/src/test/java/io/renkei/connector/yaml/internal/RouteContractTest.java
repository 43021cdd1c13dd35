package io.renkei.connector.yaml.internal;

import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.sandbox.internal.SandboxContract;

/** The promises of the SPI, kept by a route in a file, at the sandbox's desk. */
class RouteContractTest extends SandboxContract {

    RouteContractTest() {
        super(TestTask.DESTINATION);
    }

    @Override
    protected Dispatcher connector(String url) throws Exception {
        return TestFiles.connector(TestFiles.at(url, TestFiles.route()));
    }

    @Override
    protected void disconnect(Dispatcher connector) {
        ((FileConnector) connector).instance().close();
    }

    @Override
    protected DispatchTask filing() {
        return TestTask.fresh();
    }
}
