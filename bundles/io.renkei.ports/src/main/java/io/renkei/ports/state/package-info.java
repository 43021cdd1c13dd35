/**
 * The state of applications and filings, as the kernel sees it. The database behind it owns the state of a filing, its
 * attempts, its next due time and whether it is parked; a queue message is only a pointer to it.
 *
 * <p>Each method is one transaction: when it returns, everything it says is durable, at power loss too; when it throws,
 * nothing of it is. {@link io.renkei.ports.state.StateUnavailable} says that the database cannot be had at the moment.
 */
@Version("0.2.0")
@Export
package io.renkei.ports.state;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
