package io.renkei.connector.yaml.internal;

import java.util.Map;
import java.util.TreeMap;

/** Why a step of Camel is not on the list. */
final class StepSentences {

    private static final Map<String, String> SENTENCES = new TreeMap<>();

    static {
        put(
                "chooses its endpoint while it runs; name it in `to`.",
                "toD",
                "recipientList",
                "routingSlip",
                "dynamicRouter",
                "enrich",
                "pollEnrich",
                "wireTap",
                "kamelet");
        put(
                "runs code or another language; make the body by renkei-body.",
                "bean",
                "process",
                "script",
                "transform",
                "setBody",
                "setProperty",
                "setVariable",
                "convertBodyTo",
                "marshal",
                "unmarshal",
                "filter",
                "validate",
                "claimCheck",
                "removeHeader",
                "removeHeaders");
        put(
                "handles errors, which is the gateway's part: it decides what a failure means.",
                "doTry",
                "doCatch",
                "doFinally",
                "onException",
                "onCompletion",
                "errorHandler",
                "onFallback",
                "circuitBreaker",
                "rollback",
                "throwException",
                "stop",
                "intercept",
                "interceptFrom",
                "interceptSendToEndpoint");
        put(
                "would send more than once or at another time; a filing is sent once.",
                "split",
                "multicast",
                "loop",
                "loadBalance",
                "aggregate",
                "resequence",
                "delay",
                "throttle",
                "sample",
                "threads",
                "saga",
                "transacted",
                "idempotentConsumer",
                "sort");
        put(
                "is a second consumer; a file has one route, from the lane.",
                "from",
                "route",
                "rest",
                "routeTemplate",
                "templatedRoute",
                "routeConfiguration",
                "beans");
    }

    private StepSentences() {}

    private static void put(String sentence, String... names) {
        for (String name : names) {
            SENTENCES.put(name, sentence);
        }
    }

    static String of(String step) {
        return SENTENCES.getOrDefault(step, "is no step that a file may have.");
    }
}
