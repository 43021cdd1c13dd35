/**
 * External sites (外部サイト) that are linked: e-Tax, pension net, private delivery, a bank, tax software. A site is one file,
 * {@code io.renkei.linkage.site-NAME.cfg}; nothing of a site stands in code.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.sites;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
