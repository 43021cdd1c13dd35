/** A partner of the gateway: REST over mutual TLS, with nothing but the JDK. */
package io.renkei.tools.client;
