/**
 * Opens received packages on any class path: {@code new ZipPackages(ZipLimits.DEFAULTS)}. In the gateway the bundle
 * publishes the same thing as a service with the limits of PID {@code io.renkei.format.zip}.
 */
@Version("0.1.0")
@Export
package io.renkei.format.zip;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
