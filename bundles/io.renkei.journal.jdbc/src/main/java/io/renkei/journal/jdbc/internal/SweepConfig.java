package io.renkei.journal.jdbc.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = SweepConfig.PID,
        name = "Renkei sweep of bodies",
        description =
                "Removes bodies that were stored and that nothing came to refer to: a sender broke off, or the gateway died between.")
@interface SweepConfig {

    String PID = "io.renkei.journal.jdbc.sweep";

    long LEAST_PAUSE = 1_000;
    long LONGEST_PAUSE = 86_400_000;

    @AttributeDefinition(
            description =
                    "Pause between two looks for such bodies older than a day, in milliseconds, 1000 to 86400000.",
            min = "1000",
            max = "86400000")
    long pause_millis() default 3_600_000;
}
