/**
 * Delegation (代理): several representatives of one person, each for some services and some items, for two years at most.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.delegation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
