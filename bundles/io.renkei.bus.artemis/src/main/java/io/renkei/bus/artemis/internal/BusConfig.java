package io.renkei.bus.artemis.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** PID {@code io.renkei.bus.artemis}. */
@ObjectClassDefinition(name = "Renkei bus", description = "The broker that carries pointers from lane to lane.")
@interface BusConfig {

    @AttributeDefinition(
            name = "Mode",
            description = "Whether the broker runs inside the gateway (embedded) or is an external one (external).",
            options = {@Option(label = "embedded", value = "embedded"), @Option(label = "external", value = "external")
            })
    String mode() default "embedded";

    @AttributeDefinition(
            name = "Journal folder",
            description = "Where the embedded broker keeps its journal. Empty: the folder broker in karaf.data.")
    String journal_directory() default "";

    @AttributeDefinition(
            name = "Disk bound",
            description = "Percent of the journal's disk in use from which the embedded broker takes nothing, 1 to 99.",
            min = "1",
            max = "99")
    int disk_usage_max_percent() default 90;

    @AttributeDefinition(
            name = "Memory bound",
            description =
                    "Bytes of all messages in memory from which the embedded broker pages to disk, 1048576 and up.",
            min = "1048576")
    long memory_max_bytes() default 67_108_864;

    @AttributeDefinition(
            name = "Address of the external broker",
            description = "An Artemis address such as tcp://127.0.0.1:61616. Unused when embedded.")
    String external_url() default "";

    @AttributeDefinition(
            name = "User at the external broker",
            description = "The user at the external broker. Unused when embedded.")
    String external_user() default "";

    @AttributeDefinition(
            name = "Password at the external broker",
            description =
                    "Its password, as a reference and never as the password itself: file:PATH, readable by its owner only, or env:NAME.")
    String external_password() default "";

    @AttributeDefinition(
            name = "Deliveries before a message is dead",
            description = "How often a message is handed over before it goes to the dead letters, 1 to 100.",
            min = "1",
            max = "100")
    int delivery_attempts() default 5;

    @AttributeDefinition(
            name = "Pause before a message comes again",
            description = "Milliseconds between two deliveries of one message, 0 to 600000.",
            min = "0",
            max = "600000")
    long redelivery_delay_millis() default 1_000;

    @AttributeDefinition(
            name = "Patience with the broker",
            description = "Milliseconds that a call to the broker may take, 100 to 60000.",
            min = "100",
            max = "60000")
    long call_timeout_millis() default 5_000;
}
