package io.renkei.routes.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = RoutesConfig.PID,
        name = "Renkei routes",
        description = "How the gateway feeds its connectors and asks their destinations.")
@interface RoutesConfig {

    String PID = "io.renkei.routes";

    @AttributeDefinition(
            description =
                    "Name of this node in the record of attempts, 1 to 100 characters. Empty: the id that the container draws at each start.")
    String node_name() default "";

    @AttributeDefinition(
            description =
                    "How much longer than the total timeout of its connector the lease of an attempt is, in milliseconds, 1000 to 600000. What is left after the timeout is the time to write the outcome.",
            min = "1000",
            max = "600000")
    long lease_margin_millis() default 30_000;

    @AttributeDefinition(
            description = "Pause between two looks for filings that are due again, in milliseconds, 10 to 60000.",
            min = "10",
            max = "60000")
    long wake_pause_millis() default 250;

    @AttributeDefinition(
            description = "Pause between two looks for leases that ran out, in milliseconds, 10 to 60000.",
            min = "10",
            max = "60000")
    long lease_pause_millis() default 1_000;

    @AttributeDefinition(
            description =
                    "Pause between two polls of a destination while something is open there, in milliseconds, 10 to 3600000.",
            min = "10",
            max = "3600000")
    long poll_pause_millis() default 1_000;

    @AttributeDefinition(
            description =
                    "Pause between two looks, for all destinations at once, whether something is to be asked where the last poll found nothing open, in milliseconds, 10 to 3600000, and not shorter than poll.pause.millis.",
            min = "10",
            max = "3600000")
    long poll_idle_pause_millis() default 5_000;

    @AttributeDefinition(
            description =
                    "Pause before the status of one filing is asked for again, in milliseconds, 10 to 86400000. It doubles with each time that nothing changed.",
            min = "10",
            max = "86400000")
    long status_pause_millis() default 1_000;

    @AttributeDefinition(
            description =
                    "Longest pause between two questions for the status of one filing, in milliseconds, from status.pause.millis to 86400000.",
            min = "10",
            max = "86400000")
    long status_longest_pause_millis() default 600_000;

    @AttributeDefinition(
            description =
                    "How long a polled destination is asked for further documents of a filing that it closed, in minutes, 0 to 1440. Kept in memory: it ends with the node.",
            min = "0",
            max = "1440")
    int notice_grace_minutes() default 60;

    @AttributeDefinition(
            description =
                    "Pause between two visits to the message boxes of a destination, in milliseconds, 10 to 86400000.",
            min = "10",
            max = "86400000")
    long message_pause_millis() default 600_000;

    @AttributeDefinition(
            description =
                    "Pause between two questions whether what waits to be paid at a destination was paid, in milliseconds, 10 to 86400000.",
            min = "10",
            max = "86400000")
    long payment_pause_millis() default 3_600_000;

    @AttributeDefinition(
            description =
                    "From how many days before the deadline of a document (取得期限) health warns while its destination was not told that it was fetched, 1 to 365.",
            min = "1",
            max = "365")
    int notice_deadline_days() default 14;

    @AttributeDefinition(description = "How many destinations are polled at once, 1 to 64.", min = "1", max = "64")
    int poll_parallel() default 8;

    @AttributeDefinition(
            description =
                    "After this many transient failures in a row a destination counts as broken, 1 to 1000: its filings wait until it answers a probe.",
            min = "1",
            max = "1000")
    int breaker_failures() default 5;

    @AttributeDefinition(
            description =
                    "Pause before a broken destination is probed, in milliseconds, 10 to 3600000. It doubles with each probe in vain.",
            min = "10",
            max = "3600000")
    long breaker_first_pause_millis() default 1_000;

    @AttributeDefinition(
            description =
                    "Longest pause between two probes, in milliseconds, from breaker.first.pause.millis to 3600000.",
            min = "10",
            max = "3600000")
    long breaker_longest_pause_millis() default 60_000;

    @AttributeDefinition(
            description =
                    "How many attempts at a destination may be repetitions after a transient failure, in percent of its first attempts, 0 to 100. A filing that would be one more is parked.",
            min = "0",
            max = "100")
    int retry_share_percent() default 20;

    @AttributeDefinition(
            description =
                    "How many repetitions a minute a destination may have besides, however little is sent there, 0 to 6000.",
            min = "0",
            max = "6000")
    int retry_reserve_per_minute() default 60;
}
