package io.renkei.catalogue.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.renkei.catalogue}. */
@ObjectClassDefinition(name = "Renkei catalogue", description = "Procedures, items, life events and destinations.")
@interface CatalogueConfig {

    @AttributeDefinition(
            name = "Folder",
            description = "The folder of the files of the catalogue. Empty: the folder catalogue in karaf.etc.")
    String directory() default "";
}
