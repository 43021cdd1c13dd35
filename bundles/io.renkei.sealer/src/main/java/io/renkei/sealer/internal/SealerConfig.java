package io.renkei.sealer.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = SealerConfig.PID,
        name = "Renkei sealer",
        description =
                "Gathers the ends of the applications' hash chains into batches, seals their roots and has them timestamped.")
@interface SealerConfig {

    String PID = "io.renkei.sealer";

    @AttributeDefinition(
            description = "Milliseconds that a row waits at most before it is sealed, 1000 to 86400000.",
            min = "1000",
            max = "86400000")
    long seal_pause_millis() default 60000;

    @AttributeDefinition(
            description = "Most applications in one batch, 1 to 65536. As many that wait are sealed at once.",
            min = "1",
            max = "65536")
    int batch_leaves_max() default 4096;

    @AttributeDefinition(
            description =
                    "Where timestamps are asked for (RFC 3161 over HTTP), an https URL. Empty: roots are sealed and not timestamped.")
    String timestamp_url() default "";

    @AttributeDefinition(
            description =
                    "PEM file with the authorities under which the timestamp server's certificate is issued. Whose timestamps are believed stands in the folder timestamp of the trusted roots (io.renkei.trust).")
    String tls_trust() default "";

    @AttributeDefinition(
            description =
                    "PEM file with the gateway's own key and certificates for the timestamp server, mode 600. Empty: no client certificate.")
    String tls_identity() default "";

    @AttributeDefinition(
            description =
                    "Object identifier of the policy under which timestamps are asked for; others are not taken. Empty: the authority's own.")
    String timestamp_policy() default "";

    @AttributeDefinition(
            description = "Milliseconds that one call may take, 1000 to 30000.",
            min = "1000",
            max = "30000")
    long answer_timeout_millis() default 10000;

    @AttributeDefinition(
            description =
                    "The longest pause in milliseconds between two calls while no timestamps are to be had, 1000 to 3600000.",
            min = "1000",
            max = "3600000")
    long longest_pause_millis() default 60000;
}
