package io.renkei.partners.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = PartnerConfig.PID,
        name = "Renkei partner",
        description = "One partner: who it is, what it may do, and how much at once.")
@interface PartnerConfig {

    String PID = "io.renkei.partner";

    @AttributeDefinition(description = "The partner's id: lower-case words joined by hyphens, 48 characters at most.")
    String id() default "";

    @AttributeDefinition(
            description =
                    "PEM file with the partner's client certificate, or with the old and the new one while it is renewed. Only CERTIFICATE blocks are read; of a chain put the client's own first or alone, for certificates of authorities are passed over.")
    String certificate() default "";

    @AttributeDefinition(
            description =
                    "What it may do, separated by commas: submitter, portal, ministry, delivery, operator. Empty for nothing. A private delivery service (delivery) has the name of its channel as its id.")
    String roles() default "";

    @AttributeDefinition(
            description =
                    "For which destinations a ministry delivers, separated by commas; an id without instance stands for all of its instances.")
    String destinations() default "";

    @AttributeDefinition(description = "Most requests under way at once.", min = "1")
    int requests_at_once() default 32;

    @AttributeDefinition(description = "Most requests begun in a second.", min = "1")
    int requests_per_second() default 500;

    @AttributeDefinition(description = "Most body bytes under way at once, and so the largest body.", min = "1")
    long bytes_at_once() default 67108864L;
}
