/**
 * Payment requests (納付): what a destination wants paid for a filing, where that is done, and what became of it. The
 * gateway shows the request and moves no money; it never calls the link.
 */
@Version("0.2.0")
@Export
package io.renkei.ports.payments;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
