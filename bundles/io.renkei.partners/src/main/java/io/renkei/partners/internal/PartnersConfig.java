package io.renkei.partners.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = PartnersConfig.PID,
        name = "Renkei partners",
        description = "What all partners together may ask at once.")
@interface PartnersConfig {

    String PID = "io.renkei.partners";

    @AttributeDefinition(description = "Most requests under way at once, of all partners together.", min = "1")
    int requests_at_once() default 256;

    @AttributeDefinition(description = "Most body bytes under way at once, of all partners together.", min = "1")
    long bytes_in_flight() default 134217728L;

    @AttributeDefinition(
            description =
                    "Body bytes that a request of unannounced length holds from its start; more are taken as they arrive.",
            min = "1")
    long bytes_unannounced() default 1048576L;

    @AttributeDefinition(
            description = "Days before the end of a partner's client certificate from which health warns.",
            min = "1")
    int expiry_warning_days() default 30;

    @AttributeDefinition(
            description =
                    "Id of the portal that is meant where none is named: by announcements, and by events. Empty: the only partner with the role portal.")
    String portal() default "";
}
