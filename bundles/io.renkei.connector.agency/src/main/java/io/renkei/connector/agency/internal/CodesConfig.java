package io.renkei.connector.agency.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.renkei.connector.agency.codes}. */
@ObjectClassDefinition(
        id = CodesConfig.PID,
        name = "Renkei linkage codes",
        description = "The service that gives linkage codes, by which agencies know a person.")
@interface CodesConfig {

    String PID = "io.renkei.connector.agency.codes";

    @AttributeDefinition(description = "Name of the service in health and logs.")
    String destination() default "linkage-codes";

    @AttributeDefinition(description = "URL of the service, without a slash at its end.")
    String endpoint_url() default "";

    @AttributeDefinition(
            description = "PEM file with the authorities of the service's TLS certificates. Needed for https.")
    String tls_trust() default "";

    @AttributeDefinition(
            description = "PEM file with key and certificates that this gateway proves itself with. Empty for none.")
    String tls_identity() default "";

    @AttributeDefinition(
            description =
                    "Codes of the agencies, divided by commas, such as pension-service:1000000000000001: 16 digits or capital letters each.")
    String agency_codes() default "";

    @AttributeDefinition(description = "Longest wait for a connection, in milliseconds.", min = "10", max = "20000")
    long connect_timeout_millis() default 5000;

    @AttributeDefinition(description = "Longest wait for an answer, in milliseconds.", min = "10", max = "40000")
    long response_timeout_millis() default 15000;

    @AttributeDefinition(description = "Most calls at once.", min = "1", max = "64")
    int parallel_calls() default 8;
}
