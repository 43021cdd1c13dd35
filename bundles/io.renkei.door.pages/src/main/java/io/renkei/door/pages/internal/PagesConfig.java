package io.renkei.door.pages.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(id = PagesConfig.PID, name = "Renkei pages", description = "The pages that people see.")
@interface PagesConfig {

    String PID = "io.renkei.door.pages";

    @AttributeDefinition(
            description =
                    "Under which https URL people reach the pages, without a path. It is the OpenID issuer as well.")
    String people_address() default "https://127.0.0.1:8444";

    @AttributeDefinition(
            description =
                    "Under which https URL people sign in with a certificate, without a path: the same host, another port.")
    String certificate_address() default "https://127.0.0.1:8445";

    @AttributeDefinition(
            description = "Seconds after which the page that waits for agencies looks again.",
            min = "1",
            max = "60")
    int waiting_seconds() default 3;

    @AttributeDefinition(
            description = "Most requests of people under way at once on this node, 1 to 1000. Past them: 503.",
            min = "1",
            max = "1000")
    int requests_at_once() default 64;

    @AttributeDefinition(
            description = "Minutes for which a person sees the self-information that was asked for.",
            min = "5",
            max = "120")
    int answers_shown_minutes() default 30;
}
