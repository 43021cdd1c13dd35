package io.renkei.intake.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.renkei.intake}. */
@ObjectClassDefinition(name = "Renkei intake", description = "Takes application packages.")
@interface IntakeConfig {

    @AttributeDefinition(
            name = "Largest package",
            description = "Bytes that a package may have, 1024 to 268435456.",
            min = "1024",
            max = "268435456")
    int package_max_bytes() default 26_214_400;

    @AttributeDefinition(
            name = "Formats",
            description = "The formats that are taken, by the names of their readers, divided by commas.")
    String[] package_formats() default {"portal", "egov"};

    @AttributeDefinition(
            name = "Purpose of the anchors",
            description = "Which trust anchors the signatures of applicants have to lead to.")
    String anchors_purpose() default "applicant";
}
