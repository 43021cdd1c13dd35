package io.renkei.notices.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = NoticesConfig.PID,
        name = "Renkei notices",
        description =
                "How notices are judged. Beside these keys, signer.<destination> names who seals for a destination: sha256:<fingerprint> or subject:<end of the subject name>, several with | between them. fetch.period, warn.period, objection.period and objection.from may be followed by a destination (fetch.period.<destination>) for that one alone. pdf.<destination> (decision, closing, nothing) and return.<destination> (correction, refusal, nothing) say what a signed PDF and a return slip do to their filing. unsealed.<destination> = allowed takes messages without a seal from its message box; without it none are taken.")
@interface NoticesConfig {

    String PID = "io.renkei.notices";

    @AttributeDefinition(
            description = "Largest notice that is taken, in bytes, 1024 to 268435456.",
            min = "1024",
            max = "268435456")
    long document_max_bytes() default 52_428_800;

    @AttributeDefinition(description = "How many notices are judged at once, 1 to 16.", min = "1", max = "16")
    int judge_parallel() default 8;

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

    @AttributeDefinition(
            description =
                    "For how long a document can be fetched once it lies in the inbox, as P90D; empty for ever. Counts for notices that become available after a change.")
    String fetch_period() default "P90D";

    @AttributeDefinition(
            description = "How long before that end the addressee is warned if nobody fetched it, as P14D.")
    String warn_period() default "P14D";

    @AttributeDefinition(
            description =
                    "The period for an objection, as P3M; empty where there is none. One year from the day of issue is its limit.")
    String objection_period() default "P3M";

    @AttributeDefinition(
            description =
                    "What the period for an objection runs from: fetched, seen, opened (at a private delivery service) or available. Which one counts in law is the issuer's to say.")
    String objection_from() default "fetched";

    @AttributeDefinition(
            description = "Pause between two looks at notices whose end comes near, in milliseconds, 10 to 3600000.",
            min = "10",
            max = "3600000")
    long deadline_pause_millis() default 60_000;
}
