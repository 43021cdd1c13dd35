package io.renkei.connector.agency.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Factory PID {@code io.renkei.connector.agency}. */
@ObjectClassDefinition(
        id = AgencyConfig.PID,
        name = "Renkei connector agency",
        description = "One agency that is asked for self-information at its middle server.")
@interface AgencyConfig {

    String PID = "io.renkei.connector.agency";

    @AttributeDefinition(
            description = "The agency, as agencies.yaml of the catalogue names it, such as pension-service.")
    String destination() default "";

    @AttributeDefinition(description = "URL of the agency's middle server, without a slash at its end.")
    String endpoint_url() default "";

    @AttributeDefinition(
            description = "PEM file with the authorities of the agency's TLS certificates. Needed for https.")
    String tls_trust() default "";

    @AttributeDefinition(
            description = "PEM file with key and certificates that this gateway proves itself with. Empty for none.")
    String tls_identity() default "";

    @AttributeDefinition(
            description = "Numbers of the items that the agency answers, divided by commas, such as 2, 3-1.")
    String items() default "";

    @AttributeDefinition(
            description =
                    "Codes of the information network (TM and 14 digits) of items, divided by commas, such as 7-3:TM00000000000073. They count before those of the catalogue.")
    String information_codes() default "";

    @AttributeDefinition(
            description = "Code of this gateway's body as the one that inquires: 16 digits or capital letters.")
    String inquirer_code() default "";

    @AttributeDefinition(description = "Code of the agency as the one that provides: 16 digits or capital letters.")
    String provider_code() default "";

    @AttributeDefinition(
            description =
                    "Code of the business for which it is inquired: 16 digits or capital letters, such as JM01000000121000.")
    String business_code() default "";

    @AttributeDefinition(
            description =
                    "Code of the procedure of that business: 16 digits or capital letters, such as JT01010000000214.")
    String procedure_code() default "";

    @AttributeDefinition(description = "Longest wait for a connection, in milliseconds.", min = "10", max = "60000")
    long connect_timeout_millis() default 5000;

    @AttributeDefinition(description = "Longest wait for an answer, in milliseconds.", min = "10", max = "300000")
    long response_timeout_millis() default 30000;

    @AttributeDefinition(
            description =
                    "Longest time that one call takes, in milliseconds; at least connect and response timeout together.",
            min = "1000",
            max = "600000")
    long total_timeout_millis() default 60000;

    @AttributeDefinition(description = "Most calls at once.", min = "1", max = "64")
    int parallel_calls() default 4;
}
