package io.renkei.sandbox.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.renkei.sandbox}. */
@ObjectClassDefinition(
        id = SandboxConfig.PID,
        name = "Renkei sandbox",
        description = "Simulated ministries and a simulated portal.")
@interface SandboxConfig {

    String PID = "io.renkei.sandbox";

    @AttributeDefinition(description = "Address that the sandbox listens on.")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "Port of the sandbox, 0 for any that is free.", min = "0", max = "65535")
    int port() default 9443;

    @AttributeDefinition(
            description = "Directory of the keys and certificates. Empty for the folder pki in etc of this process.")
    String pki_directory() default "";

    @AttributeDefinition(
            description =
                    "Directory of the ledger. Empty for the folder sandbox in the data directory of this process.")
    String ledger_directory() default "";

    @AttributeDefinition(description = "URL of the gateway that documents are pushed to.")
    String gateway_url() default "https://localhost:8443";

    @AttributeDefinition(
            description =
                    "PEM file with the certificates of the gateway's seal. Empty for those that the gateway publishes.")
    String gateway_seal() default "";

    @AttributeDefinition(
            description = "Milliseconds between two steps of a filing: examination, decision, end.",
            min = "0")
    long pause_millis() default 300;

    @AttributeDefinition(description = "Milliseconds that an e-Gov access token works.", min = "1")
    long token_life_millis() default 3600000;

    @AttributeDefinition(description = "How e-Tax pushes its documents to the gateway: soap or rest.")
    String push_etax() default "rest";
}
