package io.renkei.connector.yaml.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What connector files may do. */
@ObjectClassDefinition(
        id = YamlConfig.PID,
        name = "Renkei connector YAML",
        description =
                "What connectors in files may reach. A change takes all of them out and in again; what is under way ends.")
@interface YamlConfig {

    String PID = "io.renkei.connector.yaml";

    @AttributeDefinition(
            description = "Folder of the connector files; empty for the folder connectors beside this file.")
    String directory() default "";

    @AttributeDefinition(
            description =
                    "Hosts that connector files may name in endpoint.url, divided by commas, each as HOST or HOST:PORT. Without any, no connector file is taken.")
    String hosts() default "";

    @AttributeDefinition(
            description =
                    "Further Camel components that a step `to` may name, divided by commas; renkei-body, renkei-http and renkei-outcome always may be. Each one lets every connector file do all that it can do.")
    String components() default "";
}
