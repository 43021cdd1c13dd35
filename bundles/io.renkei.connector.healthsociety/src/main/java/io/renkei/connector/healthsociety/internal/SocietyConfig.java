package io.renkei.connector.healthsociety.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Factory PID {@code io.renkei.connector.healthsociety}. */
@ObjectClassDefinition(
        id = SocietyConfig.PID,
        name = "Renkei connector health insurance society",
        description = "One health insurance society.")
@interface SocietyConfig {

    String PID = "io.renkei.connector.healthsociety";

    @AttributeDefinition(description = "Destination that this instance serves: health-insurance-society.<8 digits>.")
    String destination() default "";

    @AttributeDefinition(description = "URL of the society's API, without a slash at its end.")
    String endpoint_url() default "";

    @AttributeDefinition(
            description = "PEM file with the authorities of the society's TLS certificates. Needed for https.")
    String tls_trust() default "";

    @AttributeDefinition(
            description = "PEM file with key and certificates that this gateway proves itself with. Empty for none.")
    String tls_identity() default "";

    @AttributeDefinition(description = "Longest wait for a connection, in milliseconds.", min = "10", max = "60000")
    long connect_timeout_millis() default 5000;

    @AttributeDefinition(description = "Longest wait for an answer, in milliseconds.", min = "10", max = "300000")
    long response_timeout_millis() default 30000;

    @AttributeDefinition(
            description =
                    "Longest time that one dispatch takes, in milliseconds; at least connect and response timeout together.",
            min = "1000",
            max = "600000")
    long total_timeout_millis() default 60000;

    @AttributeDefinition(description = "Filings under way at once.", min = "1", max = "64")
    int concurrency() default 2;

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
                    "Time after which a filing that the society does not know has never arrived, in milliseconds; counted from the end of the longest dispatch.",
            min = "0",
            max = "86400000")
    long settle_millis() default 600000;

    @AttributeDefinition(description = "Whether the society takes a correction after its deadline.")
    boolean correction_late() default false;
}
