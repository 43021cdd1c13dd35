package io.renkei.connector.yaml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no connector, and what is said of them. */
class ReadingTest {

    private static String example() throws IOException {
        return TestFiles.at("http://localhost:1", TestFiles.route());
    }

    private static String instance() throws IOException {
        return TestFiles.at("http://localhost:1", TestFiles.instance());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "- route: {from: {uri: lane}}",
                "connector: [",
                "a: &x 1\nb: *x",
                "connector: !!javax.script.ScriptEngineManager []",
                "--- {a: b}\n--- {c: d}",
                "a: 1\na: 2",
                "- no UTF-8",
                "\0"
            })
    void whatIsNoConnectorFileIsRefusedWithItsPlace(String text) throws IOException {
        String faults = TestFiles.faults(text);
        assertTrue(faults.startsWith("- test.yaml, line "), faults);
    }

    @Test
    void aFileThatIsTooDeepOrTooLongIsRefused() throws IOException {
        assertTrue(TestFiles.faults("a: " + "[".repeat(500) + "]".repeat(500)).startsWith("- test.yaml"));
        assertTrue(TestFiles.faults("a: " + "b".repeat(300_000)).startsWith("- test.yaml"));
        StringBuilder bomb = new StringBuilder("a: &a [x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append("*" + (char) (c - 1) + ",".repeat(1))
                    .append("*")
                    .append((char) (c - 1))
                    .append("]\n");
        }
        assertTrue(TestFiles.faults(bomb.toString()).contains("anchor"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "destination: e-tax | destination: E-TAX | destination: ",
                "connector: desk | connector: De-sk | connector: ",
                "procedures: [\"18\"] | procedures: [] | procedures: ",
                "concurrency: 2 | concurrency: 65 | concurrency: concurrency lies between 1 and 64",
                "attempts: 50 | attempts: 0 | attempts: attempts lies between 1 and 1000",
                "total.timeout.millis: 10000 | total.timeout.millis: 700000 | total.timeout.millis lies between",
                "concurrency: 2 | concurrency: two | concurrency: is no whole number",
                "http://localhost:1/ | http://localhost:1/x?y=/ | endpoint.url: ",
                "http://localhost:1/ | http://elsewhere.example/ | endpoint.url: ",
                "http://localhost:1/ | http://127.0.0.1:1/ | the host 127.0.0.1:1 is not allowed",
                "total.timeout.millis: 10000 | total.timeout.millis: 2000 | total.timeout.millis is at least",
                "settle.millis: 0 | settle.millis: 99999999999 | settle.millis lies between",
                "attempts: 50 | attemps: 50 | attemps: is unknown here",
                "${item.employer.name} | ${item.EMPLOYER} | bodies.application.json.employer.name: ",
                "${item.employer.name} | ${employer.name} | ${employer.name} is no reference",
                "${item.employer.name} | ${item.employer.name | does not end",
                "${item.employer.name} | ${T(java.lang.Runtime)} | is no reference",
                "status: 201 | status: 503 | between 200 and 299",
                "status: 201 | status: ok | is a status of HTTP",
                "status: 422 | status: 500 | nobody knows what was done",
                "outcome: refused | outcome: maybe | \"maybe\" is no outcome",
                "pointer: /receiptNumber | pointer: receiptNumber | is no JSON pointer",
                "level: arrived | level: accepted | is transmitted",
                "審査中: examining | 審査中: examined | \"examined\" is none of",
                "path: /applications/${filing} | path: /applications | has ${filing} in it",
                "never: | nevr: | inquiry.nevr: is unknown here"
            })
    void aWrongValueIsToldWithItsKey(String right, String wrong, String told) throws IOException {
        String file = example();
        assertTrue(file.contains(right), right);
        String faults = TestFiles.faults(file.replace(right, wrong));
        assertTrue(faults.contains(told), faults);
        assertTrue(faults.contains("test.yaml, line "), faults);
    }

    @Test
    void aCertificateThatCannotBeReadIsTold() throws IOException {
        ConnectorMaker maker = new ConnectorMaker(
                TestFiles.ALLOWED,
                text -> text,
                (trusted, identity) -> {
                    throw new IllegalArgumentException(trusted + " is missing; put the authorities there");
                },
                Clock.systemUTC());
        String file = example().replace("endpoint.url: http:", "tls.trust: /no/ca.pem\nendpoint.url: https:");
        FileRefused refused =
                assertThrows(FileRefused.class, () -> maker.make("test.yaml", new LiveFile.Source(file, Map.of())));
        assertEquals("- test.yaml: /no/ca.pem is missing; put the authorities there", refused.getMessage());
    }

    @Test
    void aRefusalOrAResendNeedsMoreThanAStatus() throws IOException {
        String faults = TestFiles.faults(example().replaceAll("(?m)^ *when: .*\n", ""));
        assertEquals(
                3,
                faults.lines().filter(line -> line.contains("page of a proxy")).count(),
                faults);
    }

    @Test
    void anInstanceGivesWhatItsTemplateAsksFor() throws IOException {
        assertTrue(TestFiles.faults(instance().replace("rest-desk", "other"))
                .contains("\"other\" is no file of the folder"));
        assertTrue(TestFiles.faults(instance().replace("name-item:", "name:")).contains("lack name-item"));
        assertTrue(TestFiles.faults(instance().replace("name-item:", "name:"))
                .contains("is no parameter of the template"));
        assertTrue(TestFiles.faults(instance() + "route: {}\n").contains("stands in the template"));
        assertTrue(TestFiles.faults(example() + "parameters: {a: b}\n").contains("the file names none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{env:HOME}}", "${item.employee.individual-number}", "/../../x", "/x?y=z", "/a\n- toD: x"})
    void aParameterIsAPlainTextAndIsCheckedWhereItStands(String path) throws IOException {
        String text = path.replace("\n", "\\n");
        String faults = TestFiles.faults(instance().replace("parameters:", "parameters:\n  path: \"" + text + "\""));
        assertTrue(faults.contains("line "), faults);
    }
}
