package io.renkei.connector.etax.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.renkei.connector.etax}. */
@ObjectClassDefinition(
        id = EtaxConfig.PID,
        name = "Renkei connector e-Tax",
        description = "The destination e-tax: XTX files over SOAP 1.1.")
@interface EtaxConfig {

    String PID = "io.renkei.connector.etax";

    @AttributeDefinition(description = "URL of the reception service, without a slash at its end.")
    String endpoint_url() default "";

    @AttributeDefinition(description = "PEM file with the authorities of e-Tax's TLS certificates. Needed for https.")
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
    long total_timeout_millis() default 90000;

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
                    "Time after which a filing that e-Tax does not find by its file name has never arrived, in milliseconds; counted from the end of the longest dispatch.",
            min = "0",
            max = "86400000")
    long settle_millis() default 600000;

    @AttributeDefinition(
            description =
                    "Message boxes that are emptied: each a partner, a colon and the filer's number (利用者識別番号, 16 digits), separated by commas; empty for none. Needs https, tls.identity, and unsealed.e-tax = allowed in io.renkei.notices.cfg.")
    String message_boxes() default "";

    @AttributeDefinition(description = "Namespace of the XTX form of procedure 18, as e-Tax publishes it.")
    String form_namespace() default "http://xml.e-tax.nta.go.jp/XSD/kyotsu";

    @AttributeDefinition(description = "e-Tax's id of procedure 18, which is the name of the element.")
    String form_procedure_id() default "RENKEI018";

    @AttributeDefinition(description = "Version of the procedure (VR), three numbers joined by dots.")
    String form_procedure_version() default "1.0.0";

    @AttributeDefinition(description = "e-Tax's id of the form of procedure 18, which is the name of the element.")
    String form_id() default "RENKEI018F";

    @AttributeDefinition(description = "Version of the form (VR), two numbers joined by a dot.")
    String form_version() default "1.0";
}
