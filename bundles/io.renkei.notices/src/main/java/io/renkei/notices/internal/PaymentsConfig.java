package io.renkei.notices.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = PaymentsConfig.PID,
        name = "Renkei payments",
        description =
                "Payment requests of destinations. Beside this key, link.hosts.<destination> names the hosts that a destination's links may lead to, several with | between them. A destination that is not named sends requests without a link.")
@interface PaymentsConfig {

    String PID = "io.renkei.notices.payments";

    @AttributeDefinition(
            description =
                    "Pause between two looks for payment requests whose last day is over, in milliseconds, 10 to 3600000.",
            min = "10",
            max = "3600000")
    long due_pause_millis() default 60_000;
}
