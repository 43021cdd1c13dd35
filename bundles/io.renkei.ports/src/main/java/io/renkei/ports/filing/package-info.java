/**
 * What a filing says, as it stands encrypted in the database between intake and connector: a versioned JSON of typed
 * items and of pointers to the files of the package.
 */
@Version("0.2.0")
@Export
package io.renkei.ports.filing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
