/**
 * The hash chain of an application, for whoever has to check one. One chain per application; sequence from 1 without
 * gaps; the encoding that is hashed never changes once a row was written under it.
 */
@Version("0.1.0")
@Export
package io.renkei.journal.jdbc;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
