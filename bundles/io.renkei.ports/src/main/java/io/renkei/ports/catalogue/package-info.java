/**
 * The catalogue: which procedures a life event needs, which items each has, and which destination takes it, from when to
 * when. It is data, checked as a whole before it replaces the one in use.
 */
@Version("0.2.0")
@Export
package io.renkei.ports.catalogue;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
