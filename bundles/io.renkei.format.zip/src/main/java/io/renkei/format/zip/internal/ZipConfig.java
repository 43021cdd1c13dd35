package io.renkei.format.zip.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.renkei.format.zip}. */
@ObjectClassDefinition(name = "Renkei packages", description = "The bounds of received packages.")
@interface ZipConfig {

    String PID = "io.renkei.format.zip";

    @AttributeDefinition(name = "Entries", description = "Most entries of a ZIP.", min = "1", max = "10000")
    int entries_max() default 200;

    @AttributeDefinition(
            name = "Largest file",
            description = "Bytes of one file after decompression.",
            min = "1024",
            max = "268435456")
    int entry_max_bytes() default 20_971_520;

    @AttributeDefinition(
            name = "Largest sum",
            description = "Bytes of all files after decompression, not below that of one file.",
            min = "1024",
            max = "1073741824")
    int total_max_bytes() default 52_428_800;

    @AttributeDefinition(
            name = "Ratio",
            description = "Most bytes that one compressed byte may become.",
            min = "1",
            max = "1100")
    int ratio_max() default 100;

    @AttributeDefinition(
            name = "Longest name",
            description = "Characters (code points) of a name with its folders.",
            min = "1",
            max = "1000")
    int name_max_characters() default 200;
}
