package io.renkei.door.tls.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = DoorTlsConfig.PID,
        name = "Renkei certificates of the doors",
        description = "The stores themselves stand in org.apache.felix.http.cfg.")
@interface DoorTlsConfig {

    String PID = "io.renkei.door.tls";

    @AttributeDefinition(
            description = "Days before the end of a certificate of the doors from which health warns.",
            min = "1")
    int expiry_warning_days() default 30;
}
