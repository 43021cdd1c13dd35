/**
 * What a connector is tested with. {@link io.renkei.testkit.ConnectorContract} holds one test for each promise of {@code
 * io.renkei.api.spi}; a connector extends it, hands over itself and a simulated {@link io.renkei.testkit.Ministry}, and
 * gets the tests. It knows the SPI and Camel, nothing of the kernel, so that it can be used outside this repository.
 */
package io.renkei.testkit;
