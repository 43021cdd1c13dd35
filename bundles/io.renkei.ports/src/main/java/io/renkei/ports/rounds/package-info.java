/** What is done again and again, on a thread of its own. */
@Version("0.1.0")
@Export
package io.renkei.ports.rounds;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
