package io.renkei.door.tls.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = ListenerConfig.PID,
        name = "Renkei listener for people",
        description = "One listener for people's browsers and linked sites, beside that of partners.")
@interface ListenerConfig {

    String PID = "io.renkei.door.tls.listener";

    @AttributeDefinition(
            description =
                    "people: no client certificate is asked for. people-tls: any certificate is taken, TLS proves that the caller has its key, and what is behind judges it.")
    String kind() default "people";

    @AttributeDefinition(description = "Address to listen on. Loopback unless you decide otherwise.")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "Port, 1 to 65535.", min = "1", max = "65535")
    int port() default 8444;

    @AttributeDefinition(
            description =
                    "PKCS#12 file with the key and the certificate chain that browsers are shown. A new file is used without a restart.")
    String keystore() default "";

    @AttributeDefinition(
            description = "Reference to the file's password: file:PATH (readable by its owner only) or env:NAME.")
    String keystore_password() default "";

    @AttributeDefinition(description = "Days before the end of its certificate from which health warns.", min = "1")
    int expiry_warning_days() default 30;
}
