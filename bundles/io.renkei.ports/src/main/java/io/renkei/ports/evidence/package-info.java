/**
 * Journal roots: the ends of the applications' hash chains, gathered into batches, each of which is the Merkle tree (RFC
 * 9162, 2.1) over the ends that changed. A batch names the root of the one before, is sealed by the gateway and, where an
 * authority is configured, timestamped (RFC 3161). An end commits to all rows before it, so one leaf proves a whole time line.
 * Batches count from 1 without a gap; nothing of one changes but that its timestamp comes, once.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.evidence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
