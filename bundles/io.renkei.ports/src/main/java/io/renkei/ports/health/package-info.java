/** What a bundle knows about its own health, gathered for {@code renkei:health}. */
@Version("0.1.0")
@Export
package io.renkei.ports.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
