package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.GatewayClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** A ministry asks for payments, on the distribution. */
public class PaymentITest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static Instance instance;
    private static Partner partner;
    private static GatewayClient ministry;
    private static GatewayClient foreign;

    private String application;
    private Paying paying;

    @Rule
    public final LogOnFailure log = new LogOnFailure(() -> instance);

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.own(
                "payments",
                Map.of(
                        "io.renkei.notices.payments.cfg",
                        "link.hosts.hello-work = pay.example\ndue.pause.millis = 200\n"));
        partner = Partner.ready(instance);
        ministry = Partner.caller(instance, "ministry-hello-work");
        foreign = Partner.caller(instance, "ministry-e-tax");
    }

    @AfterClass
    public static void end() {
        instance.end();
    }

    @Before
    public void decided() throws Exception {
        application = partner.submit();
        partner.awaitClosed(application, LONGEST);
        paying = Paying.of(partner, ministry, application);
    }

    private static String number() {
        return Partner.newNumber().value();
    }

    private String requested(String number) throws Exception {
        return paying.request(number, 4_200, Paying.LATER)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    @Test
    public void whatIsRequestedIsToldListedAndPaid() throws Exception {
        String id = requested(number());
        Await.until(LONGEST, paying::told, List.of("WAITING")::equals);
        JsonNode listed = paying.list().get(0);
        assertEquals(id, listed.path("id").asText());
        assertEquals(4_200, listed.path("amount").asLong());
        assertEquals("654321", listed.path("confirm_number").asText());
        assertEquals("https://pay.example/fee?n=42", listed.path("link").asText());
        assertTrue(shell("renkei:payment-list").contains(id));

        paying.paid(id, Paying.TODAY).expect(200);
        Await.until(LONGEST, paying::told, List.of("WAITING", "PAID")::equals);
        assertEquals("納付済み", paying.list().get(0).at("/state/name_ja").asText());
        assertTrue(shell("renkei:payment-list --state PAID --json").contains(id));
        instance.shell("renkei:verify-journal " + application).good();
        assertFalse("nothing of it is logged", instance.hasLogged("1234567890123456"));
    }

    @Test
    public void whatIsSentAgainChangesNothingAndAnotherAmountIsRefused() throws Exception {
        String number = number();
        String id = requested(number);
        JsonNode again = paying.request(number, 4_200, Paying.LATER).expect(200).json();
        assertTrue(again.path("repeated").asBoolean());
        assertEquals(id, again.path("id").asText());
        assertEquals(
                "REST-058", code(paying.request(number, 4_201, Paying.LATER).expect(409)));

        assertFalse(paying.cancelled(id).expect(200).json().path("repeated").asBoolean());
        assertTrue(paying.cancelled(id).expect(200).json().path("repeated").asBoolean());
        assertEquals("REST-059", code(paying.paid(id, Paying.TODAY).expect(409)));
        Await.until(LONGEST, paying::lastTold, "CANCELLED"::equals);
        assertEquals(1, paying.list().size());
        assertEquals("CANCELLED", paying.list().get(0).at("/state/code").asText());
    }

    @Test
    public void whatNobodyPaidLapsesAndIsPaidAllTheSame() throws Exception {
        String id = paying.request(number(), 4_200, Paying.TODAY.minusDays(1))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Await.until(LONGEST, () -> paying.list().get(0).at("/state/code").asText(), "LAPSED"::equals);
        Await.until(LONGEST, paying::lastTold, "LAPSED"::equals);
        assertEquals("REST-059", code(paying.cancelled(id).expect(409)));
        paying.paid(id, Paying.TODAY).expect(200);
        Await.until(LONGEST, paying::lastTold, "PAID"::equals);
    }

    @Test
    public void aForeignMinistryAndAStrangeLinkAreRefused() throws Exception {
        Map<String, Object> members = paying.members(4_200, Paying.LATER);
        assertEquals(
                "REST-024",
                code(Paying.send(foreign, Paying.PATH, number(), members).expect(403)));
        members.put("link", "");
        assertEquals(
                "REST-061",
                code(Paying.send(foreign, "/v1/ministry/e-tax/payments", number(), members)
                        .expect(404)));
        members.put("link", "https://pay.example.evil.example/");
        assertEquals(
                "REST-056",
                code(Paying.send(ministry, Paying.PATH, number(), members).expect(400)));
        assertEquals(List.of(), paying.list());
        Await.until(
                LONGEST,
                () -> instance.hasLogged("NOTICES-030") && instance.hasLogged("pay.example.evil.example"),
                logged -> logged);
    }

    @Test
    public void theSimulatedMinistryAsksWhenItIsOrderedTo() throws Exception {
        Map<String, Object> order = new HashMap<>(paying.members(900, Paying.LATER));
        order.put("destination", Paying.DESTINATION);
        order.put("number", number());
        assertEquals(
                201,
                partner.ministries()
                        .order("payments/request", order)
                        .path("status")
                        .asInt());
        assertEquals(900, paying.list().get(0).path("amount").asLong());
    }

    @Test
    public void whatEgovWantsIsAskedForAndFollowedAfterItsProcedureWasClosed() throws Exception {
        Map<String, Object> order =
                new HashMap<>(Map.of("destination", Paying.DESTINATION, "filing", paying.filing(), "total_fee", 1_200));
        partner.ministries().order("egov/payment", order);
        Await.until(LONGEST, paying::told, List.of("WAITING")::equals);
        assertEquals(1_200, paying.list().get(0).path("amount").asLong());

        order.putAll(Map.of("pay_status", "納付済み", "pay_date", Paying.TODAY.toString()));
        partner.ministries().order("egov/payment", order);
        Await.until(LONGEST, paying::told, List.of("WAITING", "PAID")::equals);
        assertEquals(
                Paying.TODAY.toString(), paying.list().get(0).path("paid_on").asText());
    }

    @Test
    public void aWordThatNobodyKnowsChangesNothingAndIsToldToTheOperator() throws Exception {
        Map<String, Object> order = new HashMap<>(Map.of(
                "destination", Paying.DESTINATION, "filing", paying.filing(), "total_fee", 1_300, "pay_number", "77"));
        partner.ministries().order("egov/payment", order);
        Await.until(LONGEST, paying::told, List.of("WAITING")::equals);

        order.put("pay_status", "返金済み");
        partner.ministries().order("egov/payment", order);
        Await.until(
                LONGEST,
                () -> shell("renkei:payment-list --unknown"),
                list -> list.contains("返金済み") && list.contains(paying.filing()));
        Await.until(LONGEST, () -> instance.shell("renkei:health").output(), health -> health.contains("NOTICES-034"));
        assertEquals("WAITING", paying.list().get(0).at("/state/code").asText());

        order.putAll(Map.of("pay_status", "納付済み", "pay_date", Paying.TODAY.toString()));
        partner.ministries().order("egov/payment", order);
        Await.until(LONGEST, paying::told, List.of("WAITING", "PAID")::equals);
        Await.until(LONGEST, () -> shell("renkei:payment-list --unknown"), list -> !list.contains(paying.filing()));
    }

    @Test
    public void theOtherDoorShowsTheSame() throws Exception {
        paying.request(Partner.newNumber().value(), 4_200, Paying.LATER).expect(201);
        JsonNode here = paying.list().get(0);
        String question = "<a:filing>" + paying.filing() + "</a:filing><a:state>waiting</a:state>";
        Soap.Reply there = new Soap(partner.gateway())
                .call("<a:listPayments xmlns:a='" + Soap.NAMESPACE + "'>" + question + "</a:listPayments>")
                .expect(200);
        assertEquals(1, there.elements("payment").size());
        assertEquals(here.path("id").asText(), there.value("id").orElseThrow());
        assertEquals(here.path("amount").asText(), there.value("amount").orElseThrow());
        assertEquals(here.path("link").asText(), there.value("link").orElseThrow());
        assertEquals(here.at("/state/code").asText(), there.value("code").orElseThrow());
        Soap.Reply another = new Soap(Partner.caller(instance, "partner-beta"))
                .call("<a:showPayment xmlns:a='" + Soap.NAMESPACE + "'><a:id>"
                        + here.path("id").asText() + "</a:id></a:showPayment>");
        assertEquals("SOAP-044", another.value("code").orElseThrow());
    }

    @Test
    public void aMinistryAsksAndReportsOverSoapByTheSameRules() throws Exception {
        String number = number();
        Soap.Reply taken = soap(request(number, "https://pay.example/fee")).expect(200);
        String id = taken.value("id").orElseThrow();
        assertEquals("WAITING", taken.value("code").orElseThrow());
        assertEquals(
                "true",
                soap(request(number, "https://pay.example/fee"))
                        .value("repeated")
                        .orElseThrow());
        assertEquals(
                "the other door knows its number",
                "REST-058",
                code(paying.request(number, 4_201, Paying.LATER).expect(409)));
        assertEquals(
                "SOAP-047",
                soap(request(number(), "https://strange.example/"))
                        .value("code")
                        .orElseThrow());
        JsonNode listed = paying.list().get(0);
        assertEquals(id, listed.path("id").asText());
        assertEquals(4_200, listed.path("amount").asLong());
        Await.until(LONGEST, paying::told, List.of("WAITING")::equals);

        String paid = about("reportPaid", id, "<p:paidOn>" + Paying.TODAY + "</p:paidOn>");
        assertEquals("PAID", soap(paid).expect(200).value("code").orElseThrow());
        assertEquals(
                "SOAP-049", soap(about("cancelPayment", id, "")).value("code").orElseThrow());
        assertEquals(
                Paying.TODAY.toString(),
                soap(about("showPayment", id, "")).value("paidOn").orElseThrow());
        assertEquals(
                "SOAP-019",
                new Soap(foreign)
                        .payments(about("showPayment", id, ""))
                        .value("code")
                        .orElseThrow());
        Await.until(LONGEST, paying::told, List.of("WAITING", "PAID")::equals);
    }

    private static Soap.Reply soap(String content) throws Exception {
        return new Soap(ministry).payments(content);
    }

    private String request(String number, String link) {
        return "<p:requestPayment xmlns:p='" + Soap.PAYMENTS + "'><p:destination>" + Paying.DESTINATION
                + "</p:destination><p:number>" + number + "</p:number><p:filing>" + paying.filing()
                + "</p:filing><p:title>手数料</p:title><p:amount>4200</p:amount><p:facilityNumber>00100</p:facilityNumber>"
                + "<p:payNumber>1234567890123456</p:payNumber><p:confirmNumber>654321</p:confirmNumber><p:due>"
                + Paying.LATER + "</p:due><p:link>" + link + "</p:link></p:requestPayment>";
    }

    private static String about(String operation, String id, String more) {
        return "<p:" + operation + " xmlns:p='" + Soap.PAYMENTS + "'><p:destination>" + Paying.DESTINATION
                + "</p:destination><p:id>" + id + "</p:id>" + more + "</p:" + operation + ">";
    }

    private static String code(GatewayClient.Answer answer) throws Exception {
        return answer.json().path("code").asText();
    }

    private static String shell(String command) throws Exception {
        return instance.shell(command).good().output();
    }
}
