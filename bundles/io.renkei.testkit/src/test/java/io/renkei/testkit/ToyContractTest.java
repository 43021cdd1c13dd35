package io.renkei.testkit;

import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.testkit.ToyConnector.Sin;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.parallel.Isolated;

/** A connector that keeps each promise passes. */
@Isolated("counts threads")
class ToyContractTest extends ConnectorContract {

    /** What the connector breaks; of this thread; empty but for {@link ContractNoticesTest}. */
    static final ThreadLocal<Set<Sin>> SINS = ThreadLocal.withInitial(() -> EnumSet.noneOf(Sin.class));

    @Override
    protected Ministry ministry() throws IOException {
        return new ToyMinistry();
    }

    @Override
    protected Dispatcher connector(String url) {
        return new ToyConnector(url, EnumSet.copyOf(SINS.get()));
    }

    @Override
    protected void disconnect(Dispatcher connector) {}

    @Override
    protected DispatchTask filing() {
        return ToyTask.fresh();
    }
}
