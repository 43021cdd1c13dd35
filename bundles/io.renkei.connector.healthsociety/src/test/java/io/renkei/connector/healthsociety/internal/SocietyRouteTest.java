package io.renkei.connector.healthsociety.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.sandbox.internal.RestDeskContract;
import io.renkei.testkit.FilingTask;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The routes and questions of an instance, at the sandbox's health insurance society. */
class SocietyRouteTest extends RestDeskContract<SocietyConnector> {

    SocietyRouteTest() {
        super(
                TestTask.DESTINATION,
                TestTask.PATH,
                name -> SocietyCode.valueOf(name).code());
    }

    @Override
    protected SocietyConnector connector(TlsContexts tls, Sealer sealer, Map<String, Object> configuration) {
        return new SocietyConnector(tls, sealer, TestConfig.of(configuration));
    }

    @Override
    protected void stop(SocietyConnector connector) {
        connector.stop();
    }

    @Override
    protected FilingTask filing() {
        return TestTask.fresh();
    }

    @Test
    void theSameFilingHasTheSameBytes() throws Exception {
        FilingTask task = filing();
        byte[] first = SocietyRequest.of(task, sealer()).body();
        byte[] second = SocietyRequest.of(task, sealer()).body();
        assertArrayEquals(first, second);
    }
}
