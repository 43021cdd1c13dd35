package io.renkei.connector.eltax.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.sandbox.internal.RestDeskContract;
import io.renkei.testkit.FilingTask;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The routes and questions of an instance, at the sandbox's eLTAX. */
class EltaxRouteTest extends RestDeskContract<EltaxConnector> {

    EltaxRouteTest() {
        super(
                TestTask.DESTINATION,
                TestTask.PATH,
                name -> EltaxCode.valueOf(name).code());
    }

    @Override
    protected EltaxConnector connector(TlsContexts tls, Sealer sealer, Map<String, Object> configuration) {
        return new EltaxConnector(tls, sealer, TestConfig.of(configuration));
    }

    @Override
    protected void stop(EltaxConnector connector) {
        connector.stop();
    }

    @Override
    protected FilingTask filing() {
        return TestTask.fresh();
    }

    @Test
    void theSameFilingHasTheSameBytes() throws Exception {
        FilingTask task = filing();
        byte[] first = EltaxMapper.write(task.filing(), task.packageDigest(), task.content(), Map.of());
        byte[] second = EltaxMapper.write(task.filing(), task.packageDigest(), task.content(), Map.of());
        assertArrayEquals(first, second);
    }
}
