package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.door.soap.internal.applications.ApplicationsPort;
import io.renkei.door.soap.internal.applications.ByNumber;
import io.renkei.door.soap.internal.applications.Refused;
import io.renkei.door.soap.internal.applications.Submit;
import io.renkei.door.soap.internal.applications.SubmitResponse;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.transport.http.HTTPConduit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract is served, and a client that is generated from it gets along. */
class ContractTest extends DoorTest {

    @ParameterizedTest
    @ValueSource(strings = {"applications", "notices", "payments"})
    void theContractIsServedToWhoIsKnown(String name) {
        HttpResponse<byte[]> wsdl = door.send("acme", "GET", "/soap/" + name + "?wsdl", BodyPublishers.noBody());
        assertEquals(200, wsdl.statusCode());
        String location = "https://127.0.0.1:" + door.port + "/soap/" + name;
        assertTrue(text(wsdl).contains("location=\"" + location + "\""), text(wsdl));
        String schema = text(wsdl).split("schemaLocation=\"", -1)[1].split("\"", -1)[0];
        assertTrue(schema.startsWith(location + "?xsd="), schema);
        HttpResponse<byte[]> xsd =
                door.send("acme", "GET", schema.substring(schema.indexOf("/soap/")), BodyPublishers.noBody());
        assertEquals(200, xsd.statusCode());
        assertTrue(text(xsd).contains("targetNamespace=\"urn:renkei:"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aGeneratedClientSubmitsAndReadsBack(boolean mtom) throws Exception {
        ApplicationsPort port = client(mtom);
        Submit submit = new Submit();
        submit.setSenderNumber("CXF-1");
        submit.setPackage((PACKAGE + "あ".repeat(5000)).getBytes(StandardCharsets.UTF_8));
        SubmitResponse first = port.submit(submit);
        SubmitResponse second = port.submit(submit);
        assertEquals(first.getJws(), second.getJws());
        assertTrue(second.isRepeated());
        assertTrue(FakeKernel.SEALER.covers(first.getReceipt()));
        ByNumber number = new ByNumber();
        number.setNumber(first.getNumber());
        assertEquals("CXF-1", port.status(number).getApplication().getSenderNumber());
        assertArrayEquals(
                first.getJws().getBytes(StandardCharsets.US_ASCII),
                port.receipt(number).getJws().getBytes(StandardCharsets.US_ASCII));
        submit.setPackage("別の内容".getBytes(StandardCharsets.UTF_8));
        Refused refused = assertThrows(Refused.class, () -> port.submit(submit));
        assertEquals("INTAKE-010", refused.getFaultInfo().getFault().get(0).getCode());
        assertEquals("番号は使用済みです。", refused.getFaultInfo().getFault().get(0).getSentenceJa());
    }

    private ApplicationsPort client(boolean mtom) {
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setServiceClass(ApplicationsPort.class);
        factory.setAddress("https://127.0.0.1:" + door.port + APPLICATIONS);
        factory.setProperties(Map.of("mtom-enabled", mtom));
        ApplicationsPort port = (ApplicationsPort) factory.create();
        SSLContext tls = Door.tls("acme");
        TLSClientParameters parameters = new TLSClientParameters();
        parameters.setSslContext(tls);
        ((HTTPConduit) ClientProxy.getClient(port).getConduit()).setTlsClientParameters(parameters);
        return port;
    }
}
