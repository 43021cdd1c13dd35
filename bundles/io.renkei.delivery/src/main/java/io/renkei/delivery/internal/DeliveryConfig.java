package io.renkei.delivery.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = DeliveryConfig.PID,
        name = "Renkei delivery",
        description =
                "One private delivery service, or one company's own store, to which notices of chosen partners are carried.")
@interface DeliveryConfig {

    String PID = "io.renkei.delivery";

    @AttributeDefinition(
            description =
                    "The service's id: lower-case words joined by hyphens, 32 characters at most. It names the channel in the facts of a notice: give a service no other one later.")
    String service() default "";

    @AttributeDefinition(
            description =
                    "How notices are brought. post: to a delivery service, by POST to url. store: into a company's own store, by PUT below url, under the id of the notice.")
    String way() default "post";

    @AttributeDefinition(
            description =
                    "Where notices are posted to, or below which they are placed, an https URL; without a query, and 300 characters at most, for a store.")
    String url() default "";

    @AttributeDefinition(
            description = "PEM file with the authorities under which the service's server certificate is issued.")
    String tls_trust() default "";

    @AttributeDefinition(
            description =
                    "PEM file with the gateway's own key and certificates for the service, mode 600. Empty: no client certificate.")
    String tls_identity() default "";

    @AttributeDefinition(
            description = "Whose notices go there: ids of partners, separated by commas, 500 at most. Empty: nobody's.")
    String partners() default "";

    @AttributeDefinition(
            description =
                    "For how many days after it became available a notice is tried, 1 to 90. What became available longer ago before the partner was named here is not carried.",
            min = "1",
            max = "90")
    int give_up_days() default 7;

    @AttributeDefinition(
            description =
                    "Milliseconds that one call may take, from the first byte of the document to the end of the answer, 1000 to 300000.",
            min = "1000",
            max = "300000")
    long answer_timeout_millis() default 30000;

    @AttributeDefinition(
            description =
                    "The longest pause in milliseconds between two tries, 1000 to 3600000; the service may ask for a longer one, up to a day.",
            min = "1000",
            max = "3600000")
    long longest_pause_millis() default 60000;

    @AttributeDefinition(description = "Most calls under way at once, 1 to 32.", min = "1", max = "32")
    int parallel_calls() default 4;
}
