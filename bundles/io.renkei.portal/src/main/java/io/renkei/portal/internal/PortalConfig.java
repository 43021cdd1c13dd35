package io.renkei.portal.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = PortalConfig.PID,
        name = "Renkei portal",
        description = "Signed events for the citizen portal.")
@interface PortalConfig {

    String PID = "io.renkei.portal";

    @AttributeDefinition(description = "Where events are posted to, an https URL. Empty: events wait in the database.")
    String webhook_url() default "";

    @AttributeDefinition(
            description = "PEM file with the authorities under which the portal's server certificate is issued.")
    String tls_trust() default "";

    @AttributeDefinition(
            description =
                    "PEM file with the gateway's own key and certificates for the portal, mode 600. Empty: no client certificate.")
    String tls_identity() default "";

    @AttributeDefinition(
            description = "Milliseconds that the portal may take to answer, 100 to 60000.",
            min = "100",
            max = "60000")
    long answer_timeout_millis() default 5000;

    @AttributeDefinition(
            description =
                    "The longest pause in milliseconds between two tries while the portal does not take events, 1000 to 600000.",
            min = "1000",
            max = "600000")
    long longest_pause_millis() default 60000;
}
