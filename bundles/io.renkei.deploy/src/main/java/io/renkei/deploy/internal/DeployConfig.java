package io.renkei.deploy.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = DeployConfig.PID,
        name = "Renkei deployment",
        description = "Which bundles may be deployed beside those of the distribution.")
@interface DeployConfig {

    String PID = "io.renkei.deploy";

    @AttributeDefinition(
            description =
                    "Whether bundles that are not of the distribution have to be signed: required, or off. Anything else counts as required.")
    String signed_bundles() default "off";

    @AttributeDefinition(
            description =
                    "PEM file with the authorities of those who may sign bundles. Needed where signed.bundles is required.")
    String anchors() default "";

    @AttributeDefinition(
            description =
                    "Who may sign: subjects of certificates (RFC 2253), separated by semicolons. Empty for everybody under the authorities.")
    String signers() default "";
}
