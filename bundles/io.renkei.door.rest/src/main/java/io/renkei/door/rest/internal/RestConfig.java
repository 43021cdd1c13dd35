package io.renkei.door.rest.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(id = RestConfig.PID, name = "Renkei REST door", description = "Bounds of a REST request.")
@interface RestConfig {

    String PID = "io.renkei.door.rest";

    @AttributeDefinition(description = "Largest body, in bytes.", min = "1")
    long body_max_bytes() default 52428800L;

    @AttributeDefinition(description = "Longest time for a body to arrive whole, in milliseconds.", min = "1")
    long body_timeout_millis() default 30000L;

    @AttributeDefinition(
            description =
                    "Most characters of all headers together; keep it below org.apache.felix.http.jetty.headerBufferSize.",
            min = "256")
    int headers_max_chars() default 8192;
}
