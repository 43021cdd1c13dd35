package io.renkei.connector.egov.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Factory PID {@code io.renkei.connector.egov}; the keys {@code procedure.<number>.…} and {@code office.<number>.…} are read beside these. */
@ObjectClassDefinition(
        id = EgovConfig.PID,
        name = "Renkei connector e-Gov",
        description = "One destination that is reached by e-Gov's application API, version 2.")
@interface EgovConfig {

    String PID = "io.renkei.connector.egov";

    @AttributeDefinition(description = "Destination that this instance serves, such as hello-work.")
    String destination() default "";

    @AttributeDefinition(description = "URL of the API, without a slash at its end.")
    String endpoint_url() default "";

    @AttributeDefinition(description = "URL of e-Gov's authorization server, without a slash at its end.")
    String auth_url() default "";

    @AttributeDefinition(description = "Software id under which e-Gov knows this gateway.")
    String client_id() default "renkei";

    @AttributeDefinition(description = "PEM file with the authorities of e-Gov's TLS certificates. Needed for https.")
    String tls_trust() default "";

    @AttributeDefinition(
            description = "PEM file with key and certificates that this gateway proves itself with. Empty for none.")
    String tls_identity() default "";

    @AttributeDefinition(
            description = "Whether calls carry the header X-eGovAPI-Trial, which e-Gov's test environment needs.")
    boolean trial() default false;

    @AttributeDefinition(description = "Longest wait for a connection, in milliseconds.", min = "10", max = "60000")
    long connect_timeout_millis() default 5000;

    @AttributeDefinition(description = "Longest wait for an answer, in milliseconds.", min = "10", max = "300000")
    long response_timeout_millis() default 30000;

    @AttributeDefinition(
            description =
                    "Longest time that one dispatch takes, all its calls together, in milliseconds; at least connect and response timeout together.",
            min = "1000",
            max = "600000")
    long total_timeout_millis() default 120000;

    @AttributeDefinition(description = "Filings under way at once.", min = "1", max = "64")
    int concurrency() default 4;

    @AttributeDefinition(description = "Most attempts before a filing is parked.", min = "1", max = "1000")
    int attempts() default 50;

    @AttributeDefinition(
            description = "Pause after the first failure, in milliseconds; it doubles with each further one.",
            min = "10",
            max = "3600000")
    long backoff_first_millis() default 1000;

    @AttributeDefinition(description = "Longest pause between two attempts, in milliseconds.", max = "86400000")
    long backoff_longest_millis() default 900000;

    @AttributeDefinition(
            description = "Pause between two questions about an unknown outcome, in milliseconds.",
            min = "10",
            max = "3600000")
    long reconcile_pause_millis() default 15000;

    @AttributeDefinition(
            description =
                    "Time after which a filing that e-Gov's list does not show has never arrived, in milliseconds; counted from the end of the longest dispatch.",
            min = "0",
            max = "86400000")
    long settle_millis() default 600000;

    @AttributeDefinition(
            description = "Milliseconds before its end at which an access token is refreshed.",
            min = "0",
            max = "3000000")
    long token_margin_millis() default 60000;

    @AttributeDefinition(description = "Whether the ministry takes a correction after its deadline.")
    boolean correction_late() default false;

    @AttributeDefinition(description = "Cases on one page of e-Gov's list.", min = "1", max = "50")
    int list_limit() default 50;

    @AttributeDefinition(
            description =
                    "Most pages that one question reads; a filing that is not found on them counts as not yet known.",
            min = "1",
            max = "9999")
    int list_pages() default 200;
}
