/**
 * Attribute linkage (属性連携). A {@link io.renkei.ports.linkage.Link link} ties an account to a site after a first consent, and makes
 * single sign-on possible. A {@link io.renkei.ports.linkage.HandoverView handover} is one release of chosen data to a site after a
 * second consent, for that request alone. Either consent can be revoked, with effect within a second, and of each the person keeps a
 * signed receipt.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.linkage;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
