package io.renkei.door.soap.internal;

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
        super("/soap/applications", "text/xml; charset=utf-8", "SOAP-002", "SOAP-008");
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
