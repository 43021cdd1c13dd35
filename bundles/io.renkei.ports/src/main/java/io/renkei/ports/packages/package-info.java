/** Opening received packages safely, before any format looks at them. */
@Version("0.1.0")
@Export
package io.renkei.ports.packages;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
