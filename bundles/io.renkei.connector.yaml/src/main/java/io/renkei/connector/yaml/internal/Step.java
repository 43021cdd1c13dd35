package io.renkei.connector.yaml.internal;

/** A step {@code to} of ours, as the file names it. */
sealed interface Step {

    /** {@code renkei-body:NAME}: the filing becomes the body of the request. */
    record Body(String name) implements Step {}

    /** {@code renkei-http:METHOD?path=PATH}: the one call. */
    record Call(String method, TextTemplate path) implements Step {}

    /** {@code renkei-outcome:NAME}: the answer becomes the outcome. */
    record Outcome(String name) implements Step {}
}
