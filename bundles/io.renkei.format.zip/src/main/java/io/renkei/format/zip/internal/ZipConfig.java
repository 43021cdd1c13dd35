package io.renkei.format.zip.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.renkei.format.zip}. */
@ObjectClassDefinition(name = "Renkei packages", description = "The bounds of received packages.")
@interface ZipConfig {

    String PID = "io.renkei.format.zip";

    @AttributeDefinition(
            name = "Entries",
            description = "Most entries of a ZIP, folders included, 1 to 10000.",
            min = "1",
            max = "10000")
    int entries_max() default 200;

    @AttributeDefinition(
            name = "Largest file",
            description = "Largest file of a package after decompression, in bytes, 1024 to 268435456.",
            min = "1024",
            max = "268435456")
    int entry_max_bytes() default 20_971_520;

    @AttributeDefinition(
            name = "Largest sum",
            description =
                    "Largest sum of all files of a package after decompression, in bytes, not below entry.max.bytes, at most 1073741824.",
            min = "1024",
            max = "1073741824")
    int total_max_bytes() default 52_428_800;

    @AttributeDefinition(
            name = "Ratio",
            description = "Most bytes that one compressed byte of a file may become, 1 to 1100.",
            min = "1",
            max = "1100")
    int ratio_max() default 100;

    @AttributeDefinition(
            name = "Longest name",
            description = "Longest name of an entry with its folders, in characters (code points), 1 to 1000.",
            min = "1",
            max = "1000")
    int name_max_characters() default 200;
}
