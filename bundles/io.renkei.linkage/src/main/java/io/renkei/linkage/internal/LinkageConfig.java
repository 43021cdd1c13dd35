package io.renkei.linkage.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = LinkageConfig.PID,
        name = "Renkei linkage",
        description = "How long sessions, requests for data and their steps last.")
@interface LinkageConfig {

    String PID = "io.renkei.linkage";

    @AttributeDefinition(
            description = "After how many minutes without use a session ends, 5 to 120.",
            min = "5",
            max = "120")
    int session_idle_minutes() default 30;

    @AttributeDefinition(
            description = "After how many minutes a session ends at the latest, 15 to 1440.",
            min = "15",
            max = "1440")
    int session_longest_minutes() default 480;

    @AttributeDefinition(
            description = "For how many minutes a site's request for data waits for the person, 5 to 1440.",
            min = "5",
            max = "1440")
    int ask_minutes() default 60;

    @AttributeDefinition(
            description =
                    "For how many minutes the agencies are waited for; what is missing then is told as missing, 1 to 1440.",
            min = "1",
            max = "1440")
    int collect_minutes() default 15;

    @AttributeDefinition(
            description =
                    "For how many hours after the second consent a person can choose what is handed over, 1 to 168.",
            min = "1",
            max = "168")
    int review_hours() default 24;

    @AttributeDefinition(
            description = "Milliseconds between two looks at handovers that wait for something, 100 to 60000.",
            min = "100",
            max = "60000")
    long look_pause_millis() default 2000;
}
