/** Access records (情報提供等記録): who asked for what about whom, when, with what answer. The person sees them. */
@Version("0.1.0")
@Export
package io.renkei.ports.records;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
