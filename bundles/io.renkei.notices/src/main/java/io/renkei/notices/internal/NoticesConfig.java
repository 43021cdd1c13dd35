package io.renkei.notices.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = NoticesConfig.PID,
        name = "Renkei notices",
        description =
                "How notices are judged. Beside these keys, signer.<destination> names who seals for a destination: sha256:<fingerprint> or subject:<end of the subject name>, several with | between them. pdf.<destination> (decision, closing, nothing) and return.<destination> (correction, refusal, nothing) say what a signed PDF and a return slip do to their filing.")
@interface NoticesConfig {

    String PID = "io.renkei.notices";

    @AttributeDefinition(
            description = "Largest notice that is taken, in bytes, 1024 to 268435456.",
            min = "1024",
            max = "268435456")
    long document_max_bytes() default 52_428_800;

    @AttributeDefinition(description = "How many notices are judged at once, 1 to 16.", min = "1", max = "16")
    int judge_parallel() default 2;

    @AttributeDefinition(
            description =
                    "Pause between two looks at notices that wait for their filing, in milliseconds, 10 to 3600000.",
            min = "10",
            max = "3600000")
    long orphan_pause_millis() default 30_000;

    @AttributeDefinition(
            description = "For how many days after its receipt a notice waits for its filing, 1 to 365.",
            min = "1",
            max = "365")
    int orphan_days() default 30;
}
