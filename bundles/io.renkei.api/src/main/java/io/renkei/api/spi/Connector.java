package io.renkei.api.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Names the kind of a connector as service properties {@code connector.id} and {@code connector.procedures}. The
 * routing table is read from these and from {@link MinistryConnector#destination()}, so that it can be seen without
 * calling a connector.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Connector {

    String PREFIX_ = "connector.";

    /** The kind, such as {@code egov}. */
    String id();

    /** The procedures it can file, by their number in the catalogue; empty for any that is routed to it. */
    String[] procedures() default {};
}
