package io.renkei.selfinfo.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = SelfInfoConfig.PID,
        name = "Renkei self-information",
        description = "How agencies are asked for self-information, and how long what is known of it is kept.")
@interface SelfInfoConfig {

    String PID = "io.renkei.selfinfo";

    @AttributeDefinition(
            description =
                    "For how many minutes after a question its agencies are asked, 1 to 10080; then what is open has failed.",
            min = "1",
            max = "10080")
    int asking_longest_minutes() default 60;

    @AttributeDefinition(
            description =
                    "For how many hours answers are kept at most, 1 to 720; whoever asks may want less, and they are destroyed before when they are not needed any more.",
            min = "1",
            max = "720")
    int answers_longest_hours() default 72;

    @AttributeDefinition(
            description = "Most calls to agencies at once, 1 to 256. Each agency has one place whatever the others do.",
            min = "1",
            max = "256")
    int parallel_calls() default 32;

    @AttributeDefinition(
            description = "Most calls to one agency at once, 1 to 64; its connector may allow less.",
            min = "1",
            max = "64")
    int parallel_calls_agency() default 8;

    @AttributeDefinition(description = "Most items in one call, 1 to 100.", min = "1", max = "100")
    int items_call_max() default 20;

    @AttributeDefinition(
            description =
                    "Pause after the first failure, in milliseconds, 10 to 60000; it doubles with each further one.",
            min = "10",
            max = "60000")
    long pause_first_millis() default 1000;

    @AttributeDefinition(
            description = "Longest pause between two tries, in milliseconds, 10 to 3600000.",
            min = "10",
            max = "3600000")
    long pause_longest_millis() default 60000;

    @AttributeDefinition(
            description =
                    "For how many years access records are kept, 1 to 100. Legal source of the default: 番号法 (Act 27 of 2013), article 23, and the seven years of its cabinet order.",
            min = "1",
            max = "100")
    int access_records_years() default 7;
}
