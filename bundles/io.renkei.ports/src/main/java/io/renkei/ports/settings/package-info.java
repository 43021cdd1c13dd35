/**
 * The settings of this node: what is in use, what is wrong, who changed what and when, and the way back. A configuration is
 * named like its file without {@code .cfg}: {@code io.renkei.routes}, {@code io.renkei.connector.egov-hellowork}.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
