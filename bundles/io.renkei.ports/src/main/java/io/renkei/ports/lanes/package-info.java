/** The lanes to the destinations, as an operator sees and steers them on one node. */
@Version("0.1.0")
@Export
package io.renkei.ports.lanes;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
