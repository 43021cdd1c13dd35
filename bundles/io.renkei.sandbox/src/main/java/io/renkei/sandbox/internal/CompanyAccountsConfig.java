package io.renkei.sandbox.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.renkei.sandbox.company}. */
@ObjectClassDefinition(
        id = CompanyAccountsConfig.PID,
        name = "Renkei sandbox company accounts",
        description = "A simulated provider of company accounts.")
@interface CompanyAccountsConfig {

    String PID = "io.renkei.sandbox.company";

    @AttributeDefinition(description = "Address that it listens on, for browsers and the gateway.")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "Port of it, 0 for any that is free.", min = "0", max = "65535")
    int port() default 9445;

    @AttributeDefinition(
            description = "Directory of the keys and certificates. Empty for the folder pki in etc of this process.")
    String pki_directory() default "";

    @AttributeDefinition(description = "The client id of the gateway.")
    String client_id() default "renkei-gateway";

    @AttributeDefinition(description = "Where the gateway takes the provider's answers.")
    String client_redirect() default "https://127.0.0.1:8444/people/sign-in/company/back";
}
