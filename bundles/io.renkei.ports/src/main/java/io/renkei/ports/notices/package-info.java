/**
 * Disposition notices and other notices: how they come in, what is known of each, and the inbox they lie in. Received,
 * available, seen, fetched and acknowledged are separate, timestamped facts.
 */
@Version("0.2.0")
@Export
package io.renkei.ports.notices;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
