package io.renkei.connector.privatedelivery.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Factory PID {@code io.renkei.connector.privatedelivery}. */
@ObjectClassDefinition(
        id = PrivateDeliveryConfig.PID,
        name = "Renkei connector private delivery",
        description = "One private delivery service that is asked what it holds for a person.")
@interface PrivateDeliveryConfig {

    String PID = "io.renkei.connector.privatedelivery";

    @AttributeDefinition(description = "Destination that this instance serves: private-delivery.<letters and digits>.")
    String destination() default "";

    @AttributeDefinition(
            description =
                    "Id of the linked site that the service is: persons are named to it by the subjects of that site's links.")
    String site() default "";

    @AttributeDefinition(description = "URL of the service's API, without a slash at its end.")
    String endpoint_url() default "";

    @AttributeDefinition(
            description = "PEM file with the authorities of the service's TLS certificates. Needed for https.")
    String tls_trust() default "";

    @AttributeDefinition(
            description = "PEM file with key and certificates that this gateway proves itself with. Empty for none.")
    String tls_identity() default "";

    @AttributeDefinition(description = "Longest wait for a connection, in milliseconds.", min = "10", max = "60000")
    long connect_timeout_millis() default 3000;

    @AttributeDefinition(
            description =
                    "Longest wait for the next byte of an answer, in milliseconds; with connect.timeout.millis the longest call in all.",
            min = "10",
            max = "300000")
    long response_timeout_millis() default 15000;

    @AttributeDefinition(description = "Calls under way at once.", min = "1", max = "64")
    int connections() default 8;

    @AttributeDefinition(
            description =
                    "Largest answer that is read, in bytes; more than certificate.max.bytes of io.renkei.holdings, which judges what is too large.",
            min = "65536",
            max = "16777216")
    long document_max_bytes() default 2097152;
}
