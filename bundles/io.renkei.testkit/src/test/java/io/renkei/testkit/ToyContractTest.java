package io.renkei.testkit;

import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.testkit.ToyConnector.Sin;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** A connector that keeps each promise passes. */
class ToyContractTest extends ConnectorContract {

    /** What the connector breaks; empty but for {@link ContractNoticesTest}. */
    static final Set<Sin> SINS = EnumSet.noneOf(Sin.class);

    @Override
    protected Ministry ministry() throws IOException {
        return new ToyMinistry();
    }

    @Override
    protected Dispatcher connector(String url) {
        return new ToyConnector(url, EnumSet.copyOf(SINS));
    }

    @Override
    protected void disconnect(Dispatcher connector) {}

    @Override
    protected DispatchTask filing() {
        return ToyTask.fresh();
    }
}
