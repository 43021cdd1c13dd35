package io.renkei.companystore.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = StoreConfig.PID,
        name = "Renkei company store",
        description = "The store in which one partner keeps the data of its submissions.")
@interface StoreConfig {

    String PID = "io.renkei.companystore";

    @AttributeDefinition(description = "Whose store it is: the id of a partner.")
    String partner() default "";

    @AttributeDefinition(
            description = "The store's address, an https URL without a query. The paths of objects stand below it.")
    String url() default "";

    @AttributeDefinition(
            description = "PEM file with the authorities under which the store's server certificate is issued.")
    String tls_trust() default "";

    @AttributeDefinition(
            description =
                    "PEM file with the gateway's own key and certificates for the store, mode 600. Empty: no client certificate.")
    String tls_identity() default "";

    @AttributeDefinition(
            description = "Milliseconds that one object may take, from the call to its last byte, 1000 to 300000.",
            min = "1000",
            max = "300000")
    long answer_timeout_millis() default 30000;

    @AttributeDefinition(
            description = "The largest object in bytes that may be recorded, 1 to 1073741824.",
            min = "1",
            max = "1073741824")
    long object_max_bytes() default 67108864;

    @AttributeDefinition(description = "Most objects that are fetched at once, 1 to 32.", min = "1", max = "32")
    int parallel_calls() default 4;
}
