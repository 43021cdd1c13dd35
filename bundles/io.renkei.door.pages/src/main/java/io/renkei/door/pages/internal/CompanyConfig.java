package io.renkei.door.pages.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = CompanyConfig.PID,
        name = "Renkei company accounts",
        description = "Sign-in by a company account of an OpenID provider (GビズID).")
@interface CompanyConfig {

    String PID = "io.renkei.door.pages.company";

    @AttributeDefinition(description = "The provider's issuer, an https URL. Empty: no sign-in by company account.")
    String issuer() default "";

    @AttributeDefinition(description = "Where the browser is sent to, an https URL.")
    String authorization_url() default "";

    @AttributeDefinition(description = "Where a code is exchanged for tokens, an https URL.")
    String token_url() default "";

    @AttributeDefinition(description = "Where the kind of the account is asked for, an https URL.")
    String userinfo_url() default "";

    @AttributeDefinition(description = "Where the provider's keys are, an https URL.")
    String jwks_url() default "";

    @AttributeDefinition(description = "The client id that the provider gave us.")
    String client_id() default "";

    @AttributeDefinition(description = "The client secret, as a reference: file:PATH or env:NAME.")
    String client_secret() default "";

    @AttributeDefinition(
            description = "Scopes that are asked for, separated by commas. Without any, the provider would give all.")
    String[] scopes() default {"openid", "profile"};

    @AttributeDefinition(
            description = "Kinds of account that may sign in, separated by commas: 1 entry, 2 prime, 3 member.")
    String[] account_types() default {"2", "3"};

    @AttributeDefinition(
            description =
                    "Kinds of enterprise that may sign in, separated by commas: 1 corporation, 2 sole proprietor.")
    String[] corporation_types() default {"1", "2"};

    @AttributeDefinition(
            description = "Whether the provider names itself in its answer to the browser (iss, RFC 9207).")
    boolean answer_names_issuer() default false;

    @AttributeDefinition(
            description = "PEM file with the authorities under which the provider's server certificate is issued.")
    String tls_trust() default "";

    @AttributeDefinition(
            description = "Milliseconds that the provider may take to answer, 100 to 60000.",
            min = "100",
            max = "60000")
    long answer_timeout_millis() default 5000;
}
