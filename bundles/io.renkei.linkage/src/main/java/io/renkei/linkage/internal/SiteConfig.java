package io.renkei.linkage.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = SiteConfig.PID,
        name = "Renkei site",
        description =
                "One external site: who it is, when it can be used, what it may ask for, and how it speaks OpenID Connect.")
@interface SiteConfig {

    String PID = "io.renkei.linkage.site";

    @AttributeDefinition(
            description =
                    "The site's id, which is its client_id too: 2 to 40 lower-case letters, digits and hyphens, a letter first. Give a site no other one later: links stand under it.")
    String id() default "";

    @AttributeDefinition(description = "What people know the site as, in Japanese, 1 to 60 characters.")
    String name_ja() default "";

    @AttributeDefinition(description = "What people know the site as, in English, 1 to 60 characters.")
    String name_en() default "";

    @AttributeDefinition(
            description = "What it uses the data for, as people read it at consent, in Japanese, 1 to 200 characters.")
    String purpose_ja() default "";

    @AttributeDefinition(
            description = "What it uses the data for, as people read it at consent, in English, 1 to 200 characters.")
    String purpose_en() default "";

    @AttributeDefinition(description = "Which accounts can be tied, separated by commas: person, company.")
    String accounts() default "person";

    @AttributeDefinition(
            description =
                    "Numbers of the items of self-information that it may ever ask for, separated by commas, such as 2, 3-1. Empty: none, sign-on alone.")
    String items() default "";

    @AttributeDefinition(
            description =
                    "Kinds of deduction certificates that it may ever ask for, from the delivery services that the person linked, separated by commas, such as TEG800, TEG850. Empty: none.")
    String deductions() default "";

    @AttributeDefinition(
            description =
                    "Whether it gets chosen certificates as their issuers signed them too, beside their values: true or false.")
    boolean deductions_documents() default false;

    @AttributeDefinition(
            description =
                    "When accounts can be tied, in Japan time, such as mon-fri 08:00-23:00; holiday closed. Empty: always.")
    String hours_first_link() default "";

    @AttributeDefinition(description = "When people can sign on, written in the same way. Empty: always.")
    String hours_sign_on() default "";

    @AttributeDefinition(description = "When data can be handed over, written in the same way. Empty: always.")
    String hours_handover() default "";

    @AttributeDefinition(
            description = "For how many days a consent to link holds, unless it is revoked before, 1 to 3650.",
            min = "1",
            max = "3650")
    int consent_days() default 365;

    @AttributeDefinition(
            description = "For how many hours the site may fetch what a person handed over, 1 to 720.",
            min = "1",
            max = "720")
    int handover_hours() default 24;

    @AttributeDefinition(
            description =
                    "Whether it is a professional association that vouches for representatives: a person's remote offer of a delegation can be taken by who is linked to it.")
    boolean vouches() default false;

    @AttributeDefinition(
            description =
                    "How the site proves itself: private_key_jwt (RFC 7523) or tls_certificate (RFC 8705, self-signed).")
    String client_authentication() default "private_key_jwt";

    @AttributeDefinition(
            description =
                    "Where a sign-on may lead back to: https URLs, separated by commas, at least one, each compared as a whole.")
    String redirects() default "";

    @AttributeDefinition(
            description = "Where a logout may lead to: https URLs, separated by commas, each compared as a whole.")
    String post_logout_redirects() default "";

    @AttributeDefinition(description = "Where word of a logout is posted to, an https URL. Empty: nowhere.")
    String back_channel_logout_url() default "";

    @AttributeDefinition(
            description = "Where people who start from the portal are sent to, an https URL. Empty: they cannot.")
    String initiate_login_url() default "";

    @AttributeDefinition(
            description =
                    "JSON file with the site's public keys (RFC 7517); a changed file is taken by itself. Needed for private_key_jwt and for encryption.")
    String jwks() default "";

    @AttributeDefinition(
            description =
                    "SHA-256 of its TLS client certificates in hex, separated by commas. Needed for tls_certificate.")
    String certificates() default "";

    @AttributeDefinition(
            description = "Whether what the site is told is encrypted to its key as well as signed: true or false.")
    boolean encrypted() default false;

    @AttributeDefinition(
            description =
                    "Whether the site has to sign what it asks for (RFC 9101), by a key of jwks: true or false. One that may not still can.")
    boolean signed_requests() default false;

    @AttributeDefinition(
            description =
                    "Whether a person is asked before the site signs them out: true, always; false, not where the site shows the ID token of the session that is open in the browser.")
    boolean logout_asks() default true;
}
