package io.renkei.door.oidc.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = OidcConfig.PID,
        name = "Renkei OpenID provider",
        description =
                "How external sites sign people on. Which sites there are stands in io.renkei.linkage.site-NAME.cfg.")
@interface OidcConfig {

    String PID = "io.renkei.door.oidc";

    @AttributeDefinition(
            description =
                    "The provider's name and address, an https URL without a path, as browsers and sites reach the listener of people. Empty: there is no provider. Sites keep it: never change it.")
    String issuer() default "";

    @AttributeDefinition(
            description =
                    "Address, an https URL without a path, at which sites show their certificate (the listener people-tls). Empty: no site can prove itself by a certificate.")
    String certificates_url() default "";

    @AttributeDefinition(
            description =
                    "PEM file with the authorities of the sites' servers, to which word of a logout is posted. Empty: no site is told.")
    String logout_tls_trust() default "";

    @AttributeDefinition(
            description = "Seconds after which an access token ends, 60 to 3600.",
            min = "60",
            max = "3600")
    int access_token_seconds() default 300;

    @AttributeDefinition(
            description = "Days after which a refresh token ends that was not used, 1 to 365.",
            min = "1",
            max = "365")
    int refresh_token_days() default 30;

    @AttributeDefinition(
            description =
                    "Days for which a key signs, 1 to 730. The next one is published a day before it signs, and a past one for a week after.",
            min = "1",
            max = "730")
    int signing_key_days() default 90;

    @AttributeDefinition(
            description =
                    "Which DPoP proofs need a nonce of the provider (RFC 9449, section 8): off, none; token, those for tokens; everywhere, those of pushed requests, for userinfo and for data too.")
    String dpop_nonces() default "token";

    @AttributeDefinition(
            description = "Most requests of one site in a minute on this node, 10 to 100000. Past them: 429.",
            min = "10",
            max = "100000")
    int site_requests_per_minute() default 1200;

    @AttributeDefinition(
            description = "Largest body of a request in bytes, 1024 to 1048576.",
            min = "1024",
            max = "1048576")
    int body_max_bytes() default 65536;

    @AttributeDefinition(
            description = "Most requests under way at once on this node, of all callers, 1 to 1000. Past them: 503.",
            min = "1",
            max = "1000")
    int requests_at_once() default 64;
}
