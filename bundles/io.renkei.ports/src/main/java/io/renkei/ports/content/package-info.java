/**
 * Bodies, encrypted under one key per case. Destroying the key of a case erases the case and leaves every digest, and
 * with them the evidence, verifiable.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.content;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
