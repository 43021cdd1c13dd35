/** Who calls, and what they may do. Default: nobody, nothing. */
@Version("0.2.0")
@Export
package io.renkei.ports.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
