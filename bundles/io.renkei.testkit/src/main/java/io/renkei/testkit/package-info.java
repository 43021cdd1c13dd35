/**
 * What a connector is tested with. {@link io.renkei.testkit.ConnectorContract} holds one test for each promise of {@code
 * io.renkei.api.spi}; a connector extends it, hands over itself and a simulated {@link io.renkei.testkit.Ministry}, and
 * gets the tests; {@link io.renkei.testkit.NoticeFolderContract} does so for folders of documents, {@link
 * io.renkei.testkit.AttributeSourceContract} for agencies that are asked, {@link io.renkei.testkit.HoldingsSourceContract} for
 * private delivery services. {@link io.renkei.testkit.LaneRun} runs a connector's routes for tests of its own. It knows the SPI and Camel, nothing of the kernel, so that it can be used outside this repository.
 */
@Version("0.5.0")
@Export
package io.renkei.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
