/**
 * Signatures and certificates, as the kernel sees them. "Core valid", "path valid at a time" and "revocation known" are
 * three facts and are never told as one.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.trust;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
