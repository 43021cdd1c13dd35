package io.renkei.door.rest.internal;

import io.renkei.ports.doors.LargeRefusedContract;
import java.io.IOException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;

class LargeRefusedTest extends LargeRefusedContract {

    private final Door door = Door.shared();

    @BeforeEach
    void refresh() {
        door.fresh();
    }

    LargeRefusedTest() {
        super("/v1/applications", "application/xml", "REST-002", "REST-010");
    }

    @Override
    protected SSLSocket open(String who) throws IOException {
        return (SSLSocket) Door.tls(who).getSocketFactory().createSocket("127.0.0.1", door.port);
    }

    @Override
    protected int bodies() {
        return door.kernel.intake.bodies.get();
    }
}
