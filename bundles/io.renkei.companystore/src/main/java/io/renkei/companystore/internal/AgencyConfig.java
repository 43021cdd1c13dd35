package io.renkei.companystore.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = AgencyConfig.PID,
        name = "Renkei agency",
        description = "Where one destination is told of submissions whose data stays with the company.")
@interface AgencyConfig {

    String PID = "io.renkei.companystore.agency";

    @AttributeDefinition(description = "The destination's id.")
    String destination() default "";

    @AttributeDefinition(description = "Where its events are posted to, an https URL.")
    String webhook_url() default "";

    @AttributeDefinition(description = "PEM file with the authorities under which its server certificate is issued.")
    String tls_trust() default "";

    @AttributeDefinition(
            description =
                    "PEM file with the gateway's own key and certificates for it, mode 600. Empty: no client certificate.")
    String tls_identity() default "";

    @AttributeDefinition(
            description = "Milliseconds that it may take to answer, 100 to 60000.",
            min = "100",
            max = "60000")
    long answer_timeout_millis() default 5000;

    @AttributeDefinition(
            description =
                    "The longest pause in milliseconds between two tries while it takes no events, 1000 to 3600000.",
            min = "1000",
            max = "3600000")
    long longest_pause_millis() default 60000;
}
