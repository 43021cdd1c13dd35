package io.renkei.trust.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = TrustConfig.PID,
        name = "Renkei trust",
        description = "Signature verification and the gateway's own seal.")
@interface TrustConfig {

    String PID = "io.renkei.trust";

    @AttributeDefinition(description = "Largest signed document, XML or PDF, in bytes.", min = "1")
    int document_max_bytes() default 52428800;

    @AttributeDefinition(description = "Deepest nesting of elements in a signed XML document.", min = "1")
    int document_max_depth() default 64;

    @AttributeDefinition(
            description = "Most attributes of one element in a signed XML document, namespace declarations included.",
            min = "1")
    int document_max_attributes() default 64;

    @AttributeDefinition(
            description =
                    "Most nodes in a signed XML document: elements, attributes, texts, comments and instructions.",
            min = "1")
    int document_max_nodes() default 1000000;

    @AttributeDefinition(
            description =
                    "Directory of the trusted roots: PEM files in one folder per purpose (applicant, ministry, timestamp, certificate-issuer, user-authentication). Empty for the folder trust in etc of the gateway.")
    String anchors_directory() default "";

    @AttributeDefinition(
            description =
                    "Directory of the keys that seal receipts. Empty for the directory keys in the data directory of the gateway.")
    String seal_directory() default "";

    @AttributeDefinition(
            description =
                    "Age in days at which the sealing key is replaced. The public half of the old one stays published.",
            min = "1")
    int seal_key_days() default 730;

    @AttributeDefinition(
            description =
                    "Days before the end of a certificate of ours, or of an authority or root that we trust, from which health warns.",
            min = "1")
    int expiry_warning_days() default 30;

    @AttributeDefinition(
            description =
                    "Whether nobody signs in with a certificate of which no current revocation list tells. The lists stand beside the anchors, user-authentication/*.crl.")
    boolean user_revocation_required() default true;
}
