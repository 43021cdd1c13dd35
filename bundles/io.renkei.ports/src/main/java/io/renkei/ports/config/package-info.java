/** What every adapter does alike with its settings. */
@Version("0.1.0")
@Export
package io.renkei.ports.config;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
