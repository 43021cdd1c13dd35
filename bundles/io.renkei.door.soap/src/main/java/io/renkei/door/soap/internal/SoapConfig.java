package io.renkei.door.soap.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = SoapConfig.PID,
        name = "Renkei SOAP door",
        description =
                "Bounds of a SOAP message. Beside these keys, message.signer.<partner> names the certificates (sha256:<fingerprint>, several with | between them) that a partner has to sign its messages with.")
@interface SoapConfig {

    String PID = "io.renkei.door.soap";

    @AttributeDefinition(
            description =
                    "Largest message, in bytes; a package as inline Base64 takes a third more than its own bytes.",
            min = "1")
    long body_max_bytes() default 58720256L;

    @AttributeDefinition(description = "Longest time for a message to arrive whole, in milliseconds.", min = "1")
    long body_timeout_millis() default 30000L;

    @AttributeDefinition(
            description =
                    "Most characters of all headers together; keep it below org.apache.felix.http.jetty.headerBufferSize.",
            min = "256")
    int headers_max_chars() default 8192;
}
