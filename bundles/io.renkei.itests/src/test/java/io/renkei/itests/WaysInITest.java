package io.renkei.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.renkei.api.model.Sha256;
import io.renkei.tools.client.GatewayClient.Answer;
import io.renkei.tools.pki.Pem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** A ministry delivers what it may and what it may not, at the running distribution. */
public class WaysInITest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static Instance instance;
    private static TaxOffice office;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        office = TaxOffice.afterItsDecision(instance);
    }

    @Test
    public void aSealedPdfLiesInTheInboxByteForByte() throws Exception {
        String title = TaxOffice.title();
        byte[] document = office.pdf(title);
        office.deliverNamed(TaxOffice.PDF, document).expect(202);
        Answer fetched = office.awaitDocument(title);
        assertArrayEquals(document, fetched.raw().body());
        assertEquals(
                "application/pdf",
                fetched.raw().headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    public void aPdfThatWasAddedToOrSealedByAnotherIsQuarantined() throws Exception {
        byte[] document = office.pdf(TaxOffice.title());
        byte[] longer = Arrays.copyOf(document, document.length + 1);
        office.awaitQuarantine(office.deliverNamed(TaxOffice.PDF, longer), "NOTICES-003");
        byte[] others = SealedPdf.of(TaxOffice.title(), office.sealOf("hello-work"));
        office.awaitQuarantine(office.deliverNamed(TaxOffice.PDF, others), "NOTICES-006");
    }

    @Test
    public void whatStandsOutsideTheSealIsNotBelievedAndNothingIsFetchedOrExpanded() throws Exception {
        String title = TaxOffice.title();
        String sealed = new String(office.xml(title), StandardCharsets.UTF_8);
        String front = "<FRONT><SECRECY>親展</SECRECY><DOCLINK>renkei:200001010000000004-01</DOCLINK></FRONT>";
        String sheet = "<?xml-stylesheet type=\"text/xsl\" href=\"https://127.0.0.1:1/bomb.xsl\"?>";
        String root = sealed.substring(sealed.indexOf("<DOC"));
        String claiming = sheet + root.replaceFirst("(<DOC[^>]*>)", "$1" + front);
        office.deliver(TaxOffice.XML, claiming.getBytes(StandardCharsets.UTF_8)).expect(202);
        assertArrayEquals(
                claiming.getBytes(StandardCharsets.UTF_8),
                office.awaitDocument(title).raw().body());

        String bomb = "<!DOCTYPE DOC [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>" + root;
        office.awaitQuarantine(office.deliver(TaxOffice.XML, bomb.getBytes(StandardCharsets.UTF_8)), "NOTICES-001");
        String changed = root.replace("本文", "別文");
        office.awaitQuarantine(office.deliver(TaxOffice.XML, changed.getBytes(StandardCharsets.UTF_8)), "NOTICES-003");
    }

    @Test
    public void aMinistryDeliversForNoOtherAtEitherDoor() throws Exception {
        Answer rest = office.ministry()
                .post(
                        "/v1/ministry/hello-work/notices",
                        office.xml(TaxOffice.title()),
                        "Content-Type",
                        "application/xml");
        assertEquals("REST-024", rest.expect(403).json().path("code").asText());
        String other = envelope(office.pdf(TaxOffice.title())).replace(">e-tax<", ">hello-work<");
        assertTrue(soap(other.getBytes(StandardCharsets.UTF_8)).contains("SOAP-019"));
    }

    @Test
    public void aPdfIsJudgedOnceItsFilingIsNamed() throws Exception {
        String title = TaxOffice.title();
        byte[] document = office.pdf(title);
        office.awaitWaiting(office.deliver(TaxOffice.PDF, document), "NOTICES-024");
        Answer again = office.deliverNamed(TaxOffice.PDF, document).expect(202);
        assertTrue(again.json().path("repeated").asBoolean());
        assertArrayEquals(document, office.awaitDocument(title).raw().body());
    }

    @Test
    public void aPackageIsDeliveredWholeAndABombIsNot() throws Exception {
        String title = TaxOffice.title();
        byte[] nested = TaxOffice.zip(Map.of("お知らせ.pdf", office.pdf(title)));
        byte[] whole = TaxOffice.zip(Map.of("説明.txt", "説明".getBytes(StandardCharsets.UTF_8), "お知らせ.zip", nested));
        office.deliverNamed(TaxOffice.ZIP, whole).expect(202);
        assertArrayEquals(whole, office.awaitDocument(title).raw().body());
        byte[] bomb = TaxOffice.zip(Map.of("a.xml", new byte[10_000_000]));
        office.awaitQuarantine(office.deliverNamed(TaxOffice.ZIP, bomb), "NOTICES-021");
    }

    @Test
    public void aMinistryThatHasToSignIsTakenSignedAndOnce() throws Exception {
        Path setting = instance.etc("io.renkei.door.soap.cfg");
        String before = Files.exists(setting) ? Files.readString(setting) : "# as shipped\n";
        Path own = instance.pki().resolve("ministry-e-tax.pem");
        String fingerprint =
                Sha256.of(Pem.certificates(own).get(0).getEncoded()).hex();
        String message = envelope(office.pdf(TaxOffice.title()));
        try {
            Files.writeString(setting, before + "\nmessage.signer.e-tax = sha256:" + fingerprint + "\n");
            Await.until(
                    LONGEST, () -> soap(message.getBytes(StandardCharsets.UTF_8)), text -> text.contains("SOAP-043"));
            byte[] signed = SignedMessage.of(envelope(office.pdf(TaxOffice.title())), own);
            String taken = soap(signed);
            assertTrue(taken, taken.contains("deliverResponse"));
            String again = soap(signed);
            assertTrue(again, again.contains("SOAP-043"));
        } finally {
            Files.writeString(setting, before);
        }
        Await.until(
                LONGEST,
                () -> soap(message.getBytes(StandardCharsets.UTF_8)),
                text -> text.contains("deliverResponse"));
    }

    private static String soap(byte[] envelope) throws Exception {
        return new String(
                office.ministry()
                        .post("/soap/notices", envelope, "Content-Type", "text/xml; charset=utf-8")
                        .raw()
                        .body(),
                StandardCharsets.UTF_8);
    }

    private static String envelope(byte[] document) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                + "<deliver xmlns='urn:renkei:notice-delivery:1'><destination>e-tax</destination><noticeId>IT-"
                + UUID.randomUUID() + "</noticeId><filing>" + office.filing() + "</filing><document>"
                + Base64.getEncoder().encodeToString(document) + "</document></deliver></s:Body></s:Envelope>";
    }
}
