package io.renkei.connector.yaml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.IndividualNumber;
import io.renkei.api.model.ItemValue;
import io.renkei.testkit.FilingTask;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What becomes of a filing in the bodies that a file describes. */
class BodiesTest {

    private static final Map<String, ItemValue> ODD = Map.of(
            "employer.name", new ItemValue.Text("\"},{\"a\":\"<b>&amp;${filing}{{x}}'\n𠮷"),
            "employment.monthly-wage", new ItemValue.Money(300_000),
            "employee.individual-number", new ItemValue.Individual(new IndividualNumber("123456789018")));

    private static String fill(String body) throws Exception {
        Faults faults = new Faults();
        Map<String, BodyTemplate> bodies =
                BodyTemplate.read(TreeReader.read("test.yaml", "a:\n" + body.indent(2), faults));
        faults.refuse();
        FilingValues values = new FilingValues(
                TestTask.fresh().as(FilingTask.key(new Random(1))).of(TestTask.content(ODD)));
        return new String(bodies.get("a").fill(values), StandardCharsets.UTF_8);
    }

    @Test
    void valuesBecomeJsonAndNeverItsSyntax() throws Exception {
        assertEquals(
                "{\"name\":\"\\\"},{\\\"a\\\":\\\"<b>&amp;${filing}{{x}}'\\n𠮷\",\"wage\":300000,\"text\":\"wage 300000\"}",
                fill("""
                        json:
                          name: ${item.employer.name}
                          wage: ${item.employment.monthly-wage}
                          text: wage ${item.employment.monthly-wage}
                        """));
    }

    @Test
    void plainWordsAndNumbersAreTypedAndQuotedOnesAreTexts() throws Exception {
        assertEquals(
                "{\"a\":true,\"b\":\"true\",\"c\":-1.50,\"d\":\"18\",\"e\":null,\"f\":\"no\",\"g\":[1,\"x\"],\"h\":\"2026-07-02\"}",
                fill(
                        "json: {a: true, b: \"true\", c: -1.50, d: \"18\", e: null, f: no, g: [1, x], h: \"${arrived}\"}"));
    }

    @Test
    void anItemThatMayBeMissingLeavesItsKeyOut() throws Exception {
        assertEquals(
                "{\"b\":\"x\",\"c\":[]}",
                fill("json: {a: \"${item.no.such?}\", b: \"x${item.no.such?}\", c: [\"${item.no.such?}\"]}"));
        assertEquals("<a><c/></a>", body(fill("xml: \"<a><b>${item.no.such?}</b><c/></a>\"")));
    }

    @Test
    void aMissingItemRefusesTheFilingAtItsPlace() {
        NotSendable thrown = assertThrows(NotSendable.class, () -> fill("json: {a: \"${item.no.such}\"}"));
        assertEquals("no.such", thrown.refusal().orElseThrow().place());
        assertEquals(YamlCode.MISSING.code(), thrown.refusal().orElseThrow().code());
    }

    @Test
    void anIndividualNumberIsNeverSent() {
        NotSendable thrown =
                assertThrows(NotSendable.class, () -> fill("json: {a: \"${item.employee.individual-number}\"}"));
        assertTrue(thrown.refusal().isEmpty());
        assertEquals(YamlCode.ITEM_NOT_SENT.code(), thrown.getMessage());
    }

    @Test
    void datesHaveHyphensOrNone() throws Exception {
        assertEquals(
                "{\"a\":\"2019-05-01\",\"b\":\"20190501\"}",
                fill("json: {a: \"${item.tax.payroll-office.start}\", b: \"${item.tax.payroll-office.start|basic}\"}"));
    }

    @Test
    void valuesBecomeXmlAndNeverItsMarkup() throws Exception {
        String xml = body(
                fill(
                        "xml: '<f:a xmlns:f=\"urn:f\" wage=\"${item.employment.monthly-wage}\"><n>${item.employer.name}</n></f:a>'"));
        assertEquals(
                "<f:a xmlns:f=\"urn:f\" wage=\"300000\"><n>\"},{\"a\":\"&lt;b&gt;&amp;amp;${filing}{{x}}'\n&#134071;</n></f:a>",
                xml.replace("𠮷", "&#134071;"));
    }

    @Test
    void aCharacterThatXmlLacksRefusesTheFiling() throws Exception {
        Map<String, ItemValue> bell = Map.of("employer.name", new ItemValue.Text("a\u0007"));
        FilingValues values = new FilingValues(
                TestTask.fresh().as(FilingTask.key(new Random(1))).of(TestTask.content(bell)));
        BodyTemplate xml = BodyTemplate.read(
                        TreeReader.read("test.yaml", "a: {xml: \"<a>${item.employer.name}</a>\"}", new Faults()))
                .get("a");
        assertEquals(
                "employer.name",
                assertThrows(NotSendable.class, () -> xml.fill(values))
                        .refusal()
                        .orElseThrow()
                        .place());
    }

    @Test
    void xmlWithADoctypeIsNoBody() {
        String body = "xml: '<!DOCTYPE a [<!ENTITY x SYSTEM \"file:/etc/passwd\">]><a>&x;</a>'";
        assertTrue(
                assertThrows(FileRefused.class, () -> fill(body)).getMessage().contains("DOCTYPE"));
    }

    private static String body(String xml) {
        return xml.replaceFirst("<\\?xml[^>]*\\?>", "").strip();
    }
}
