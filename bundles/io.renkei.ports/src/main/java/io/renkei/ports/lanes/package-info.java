/** The lanes to the destinations, as an operator sees them on one node, and what operators hold on all of them. */
@Version("0.4.0")
@Export
package io.renkei.ports.lanes;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
