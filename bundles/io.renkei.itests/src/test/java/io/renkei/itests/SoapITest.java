package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.renkei.tools.client.GatewayClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** The same service by SOAP, at the running distribution. */
public class SoapITest {

    private static final Duration JOURNEY = Duration.ofSeconds(60);
    private static final String INSIDE = "cid:package@test";

    private static Instance instance;
    private static Partner partner;
    private static Soap soap;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        partner = Partner.ready(instance);
        soap = new Soap(partner.gateway());
    }

    @Test
    public void aHireSentBesideItsMessageIsReceiptedFollowedAndItsDocumentsFetched() throws Exception {
        Sent hire = partner.newHire();

        Soap.Reply submitted = soap.call(Soap.submission(hire.number().value(), INSIDE), hire.content())
                .expect(200);
        String application = submitted.value("number").orElseThrow();
        assertEquals("false", submitted.value("repeated").orElseThrow());
        // Whoever calls by MTOM is answered by MTOM: the document stands beside the message.
        String receipt = new String(submitted.raw(), StandardCharsets.UTF_8);
        assertTrue("sealed as XML too", receipt.contains("SignatureValue"));
        assertEquals(3, submitted.value("jws").orElseThrow().split("\\.").length);

        Soap.Reply repeated = soap.call(Soap.submission(hire.number().value(), INSIDE), hire.content())
                .expect(200);
        assertEquals("true", repeated.value("repeated").orElseThrow());
        assertEquals(submitted.value("jws"), repeated.value("jws"));

        partner.awaitClosed(application, JOURNEY);
        partner.awaitNotices(application, JOURNEY);
        Soap.Reply status = soap.call("<a:status xmlns:a='" + Soap.NAMESPACE + "'><a:number>" + application
                        + "</a:number></a:status>")
                .expect(200);
        assertEquals(Partner.DESTINATIONS.size(), status.elements("filing").size());
        String id = soap.call("<a:listNotices xmlns:a='" + Soap.NAMESPACE + "'><a:limit>1</a:limit></a:listNotices>")
                .expect(200)
                .value("id")
                .orElseThrow();
        Soap.Reply document = soap.call(
                        "<a:fetchDocument xmlns:a='" + Soap.NAMESPACE + "'><a:id>" + id + "</a:id></a:fetchDocument>")
                .expect(200);
        assertEquals(64, document.value("sha256").orElseThrow().length());
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
    }

    @Test
    public void aCheckStoresNothing() throws Exception {
        int before = partner.list().size();
        Soap.Reply verdict = soap.call("<a:check xmlns:a='" + Soap.NAMESPACE + "'><a:package>"
                        + Base64.getEncoder().encodeToString(partner.newHire().content())
                        + "</a:package></a:check>")
                .expect(200);
        assertEquals("true", verdict.value("good").orElseThrow());
        assertEquals(Partner.DESTINATIONS.size(), verdict.elements("filing").size());
        assertEquals(before, partner.list().size());
    }

    @Test
    public void aPackageIsNeverFetchedFromElsewhere() throws Exception {
        String outside = instance.sandboxUrl() + "/control/ledger";
        for (String href : new String[] {outside, "file:///etc/hostname"}) {
            Soap.Reply refused = soap.call(Soap.submission("IT-outside", href), new byte[] {1})
                    .expect(500);
            assertEquals("SOAP-015", refused.value("code").orElseThrow());
        }
    }

    @Test
    public void anotherPartnersApplicationLooksLikeAnUnknownOne() throws Exception {
        String application = partner.submit();
        Soap other = new Soap(Partner.caller(instance, "partner-beta"));
        String known = question(application);
        String unknown = question("200001010000000004");
        assertEquals(other.call(unknown).value("code"), other.call(known).value("code"));
        assertFalse(other.call(known).value("number").isPresent());
    }

    @Test
    public void headersOfTheRouteEngineAndOperationsInHeadersChangeNothing() throws Exception {
        Soap.Reply status = soap.call(
                question("200001010000000004"),
                "cAmElHttpUri",
                "https://127.0.0.1:1/",
                "operationName",
                "submit",
                "SOAPAction",
                "\"urn:submit\"");
        assertEquals(500, status.status());
        assertTrue(status.value("sentence").isPresent());
    }

    @Test
    public void theContractIsServed() throws Exception {
        GatewayClient gateway = partner.gateway();
        for (String service : new String[] {"applications", "notices"}) {
            String wsdl = gateway.get("/soap/" + service + "?wsdl").expect(200).body();
            assertTrue(wsdl, wsdl.contains("definitions"));
        }
    }

    private static String question(String number) {
        return "<a:status xmlns:a='" + Soap.NAMESPACE + "'><a:number>" + number + "</a:number></a:status>";
    }
}
