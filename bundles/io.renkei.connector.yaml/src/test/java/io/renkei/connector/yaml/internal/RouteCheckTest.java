package io.renkei.connector.yaml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route in a file may not have, and where and how it is told. */
class RouteCheckTest {

    private static final String URL = "http://localhost:1";

    private static final String HEAD = """
            connector: desk
            destination: e-tax
            procedures: ["18"]
            endpoint.url: http://localhost:1/desk/e-tax
            bodies:
              application:
                json: {filing: "${filing}"}
            answers:
              application:
                - {status: 201, outcome: acknowledged, level: arrived, receipts: [{kind: number, pointer: /number}]}
            route:
              from:
                uri: lane
                steps:
            """;

    private static final String END = """
                  - to: renkei-body:application
                  - to: renkei-http:post?path=/applications
                  - to: renkei-outcome:application
            """;

    private static String steps(String steps) {
        return HEAD + steps.indent(6);
    }

    /** A step before the usual ones. */
    private static String with(String step) {
        return steps(step) + END;
    }

    @Test
    void theExamplesAreRight() throws IOException {
        assertEquals("", TestFiles.faults(TestFiles.at(URL, TestFiles.route())));
        assertEquals("", TestFiles.faults(TestFiles.at(URL, TestFiles.instance())));
        assertEquals("", TestFiles.faults(HEAD + END));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- toD: http://${header.host}/",
                "- recipientList: {simple: \"${header.to}\"}",
                "- dynamicRouter: {simple: \"${header.to}\"}",
                "- routingSlip: {simple: \"${header.to}\"}",
                "- enrich: {simple: \"http://elsewhere.example\"}",
                "- pollEnrich: {simple: \"file:/etc\"}",
                "- wireTap: {uri: \"http://elsewhere.example\"}",
                "- bean: {beanType: java.lang.Runtime}",
                "- process: {ref: steal}",
                "- script: {groovy: \"System.exit(0)\"}",
                "- setBody: {simple: \"${camelContext}\"}",
                "- setProperty: {name: renkei.values, constant: x}",
                "- transform: {simple: \"${body}\"}",
                "- doTry: {steps: [{log: x}]}",
                "- onException: {exception: [java.lang.Exception]}",
                "- errorHandler: {deadLetterChannel: {deadLetterUri: \"file:/tmp\"}}",
                "- split: {simple: \"${body}\", steps: [{log: x}]}",
                "- multicast: {steps: [{log: x}]}",
                "- loop: {constant: \"3\", steps: [{log: x}]}",
                "- from: {uri: \"timer:tick\", steps: [{log: x}]}",
                "- kamelet: {name: anything}",
                "- circuitBreaker: {steps: [{log: x}]}",
                "- stop: {}",
                "- noSuchStepAtAll: {}"
            })
    void aStepThatIsNotOnTheListIsRefusedAtItsLine(String step) throws IOException {
        String faults = TestFiles.faults(with(step));
        assertTrue(faults.contains("test.yaml, line 15, route.from.steps[1]."), faults);
        assertTrue(faults.contains("Allowed are choice, log, setHeader, to."), faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example/", "https://localhost:1/", "file:/tmp?fileName=x", "bean:anything", "exec:id",
                "direct:lane.eltax", "seda:other", "log:out?showBody=true", "jms:queue:x", "language:simple:x",
                "controlbus:route?routeId=x&action=stop", "RENKEI-HTTP:post?path=/x", "renkei-step:0", "ref:x",
                        "rest:get:x"
            })
    void anEndpointOfAnotherComponentIsRefused(String uri) throws IOException {
        String faults = TestFiles.faults(with("- to: \"" + uri + "\""));
        assertTrue(faults.contains("line 15, route.from.steps[1].to"), faults);
        assertTrue(faults.contains("is not allowed") || faults.contains("is no endpoint"), faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "renkei-http:get?path=/x",
                "renkei-http:delete?path=/x",
                "renkei-http:post",
                "renkei-http:post?path=x",
                "renkei-http:post?path=//elsewhere.example/x",
                "renkei-http:post?path=/../x",
                "renkei-http:post?path=/a@elsewhere.example",
                "renkei-http:post?path=/${item.employer.name}",
                "renkei-http:post?path=/{{env:HOME}}",
                "renkei-http:post?path=/x&host=elsewhere.example",
                "renkei-http:post?path=/x&path=/y",
                "renkei-body:other",
                "renkei-outcome:other"
            })
    void aStepOfOursWithAnythingElseIsRefused(String uri) throws IOException {
        String faults = TestFiles.faults(
                steps("- to: renkei-body:application\n- to: \"" + uri + "\"\n" + "- to: renkei-outcome:application"));
        assertTrue(faults.contains("line 16, route.from.steps[2].to"), faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${body}",
                "${exchangeProperty.filing.class}",
                "${exchangeProperty.filing.getClass()}",
                "${exchangeProperty[filing]}",
                "${exchangeProperty.employer}",
                "${exchangeProperty.item_employer_name}",
                "${exchangeProperty.renkei_values}",
                "${header.authorization}",
                "${bean:runtime}",
                "${camelContext.stop}",
                "${env:HOME}",
                "${sys:user.home}",
                "${properties:secret}",
                "$simple{body}",
                "{{env:HOME}}",
                "resource:file:/etc/passwd",
                " Resource:file:/etc/passwd",
                "#bean:anything",
                "改行",
                "a\\u000Ab"
            })
    void aHeaderNamesFactsOfTheFilingAndNothingElse(String value) throws IOException {
        for (String step : new String[] {"setHeader: {name: X-A, simple: ", "setHeader: {name: X-A, constant: "}) {
            String faults = TestFiles.faults(with("- " + step + "\"" + value.replace("\\", "\\\\") + "\"}"));
            assertTrue(faults.contains("line 15, route.from.steps[1].setHeader"), value + ": " + faults);
        }
        String faults = TestFiles.faults(with("- log: \"" + value.replace("\\", "\\\\") + "\""));
        assertTrue(faults.contains("line 15, route.from.steps[1].log"), value + ": " + faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{groovy: x}",
                "{expression: {groovy: x}}",
                "{jsonpath: $.x}",
                "{xpath: /x}",
                "{method: {beanType: x}}",
                "{ref: x}",
                "{constant: x, simple: x}",
                "{simple: {expression: x, resultType: java.lang.Runtime}}",
                "{csimple: x}",
                "{header: Authorization}"
            })
    void anotherLanguageIsRefused(String expression) throws IOException {
        String faults = TestFiles.faults(with("- setHeader: {name: X-A, " + expression.substring(1)));
        assertTrue(faults.contains("line 15, route.from.steps[1].setHeader"), faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "authorization",
                "Content-Length",
                "CamelHttpUri",
                "cookie",
                "Renkei-Filing",
                "X A",
                "${x}"
            })
    void aHeaderThatBelongsToOthersIsRefused(String name) throws IOException {
        String faults = TestFiles.faults(with("- setHeader: {name: \"" + name + "\", constant: x}"));
        assertTrue(faults.contains("line 15, route.from.steps[1].setHeader.name"), faults);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "${exchangeProperty.procedure} == '18'; true",
                "${exchangeProperty.procedure} == '18' && ${exchangeProperty.item_tax_payroll_office_change} != 'open'; true",
                "${exchangeProperty.procedure} == ${body}; false",
                "${exchangeProperty.procedure} contains '1'; false",
                "${exchangeProperty.procedure} is 'java.lang.String'; false",
                "${exchangeProperty.procedure} == '${body}'; false",
                "${exchangeProperty.procedure.class} == '18'; false",
                "${body} == '18'; false",
                "true; false"
            })
    void aConditionComparesWhatTheGatewayHasSet(String condition, boolean right) throws IOException {
        String faults = TestFiles.faults(steps("""
                - choice:
                    when:
                      - simple: "%s"
                        steps:
                          - log: special
                """.formatted(condition)) + END);
        assertEquals(right, faults.isEmpty(), faults);
        assertTrue(right || faults.contains("line 17, route.from.steps[1].choice.when[1].simple"), faults);
    }

    @Test
    void everyWayThroughTheRouteHasOneCallAndAnOutcome() throws IOException {
        String twice = TestFiles.faults(steps("""
                - to: renkei-body:application
                - to: renkei-http:post?path=/a
                - to: renkei-http:post?path=/b
                - to: renkei-outcome:application
                """));
        assertTrue(twice.contains("line 17") && twice.contains("a second time"), twice);
        String none = TestFiles.faults(steps("- to: renkei-body:application"));
        assertTrue(none.contains("ends without renkei-outcome"), none);
        String half = TestFiles.faults(steps("""
                - to: renkei-body:application
                - choice:
                    when:
                      - simple: "${exchangeProperty.procedure} == '18'"
                        steps:
                          - to: renkei-http:post?path=/a
                          - to: renkei-outcome:application
                """));
        assertTrue(half.contains("ends without renkei-outcome"), half);
        String early = TestFiles.faults(steps("- to: renkei-outcome:application") + END);
        assertTrue(early.contains("line 15") && early.contains("has called for"), early);
    }

    @Test
    void anIdNamesOneStep() throws IOException {
        assertEquals("", TestFiles.faults(with("- log: {message: a, id: first}\n- log: {message: b, id: second}")));
        String faults = TestFiles.faults(with("- log: {message: a, id: first}\n- log: {message: b, id: first}"));
        assertTrue(faults.contains("line 16, route.from.steps[2].log.id: \"first\" is the id of another"), faults);
    }

    @Test
    void anotherConsumerThanTheLaneIsRefused() throws IOException {
        String faults = TestFiles.faults((HEAD + END).replace("uri: lane", "uri: \"direct:lane.eltax\""));
        assertTrue(faults.contains("line 13, route.from.uri: \"direct:lane.eltax\" is not the lane"), faults);
        String second = TestFiles.faults((HEAD + END).replace("route:", "routes: []\nroute:"));
        assertTrue(second.contains("line 11, routes: is unknown here"), second);
        String inRoute = TestFiles.faults((HEAD + END).replace("  from:", "  errorHandler: {}\n  from:"));
        assertTrue(inRoute.contains("route.errorHandler: is unknown here"), inRoute);
    }

    @Test
    void whatFollowsFromARefusedStepIsNotToldBesideIt() throws IOException {
        String faults = TestFiles.faults((HEAD + END).replace("renkei-http:post", "http:post"));
        assertEquals(1, faults.lines().count(), faults);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        String faults = TestFiles.faults(with("- toD: x\n- setHeader: {name: Host, constant: y}")
                .replace("destination: e-tax", "destination: E-Tax")
                .replace("localhost", "elsewhere.example")
                .replace("/number}", "number}"));
        for (String part : new String[] {
            "line 2, destination", "line 4, endpoint.url", "steps[1].toD", "steps[2].setHeader", "pointer"
        }) {
            assertTrue(faults.contains(part), part + " in " + faults);
        }
    }
}
