/**
 * Queues that carry pointers. The bus decides nothing: a pointer that comes twice or late meets a compare-and-set in
 * the database and is dropped there.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.bus;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
