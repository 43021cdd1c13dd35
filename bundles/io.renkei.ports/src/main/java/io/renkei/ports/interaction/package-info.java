/**
 * Between the protocol and the pages: a site's request waits here while the person signs in, consents and chooses. The protocol begins
 * an interaction and sends the browser to {@code /people/requests/ID}; the pages finish it and send the browser back to
 * {@code /oidc/authorize/ID}. An interaction belongs to the browser that began it.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.interaction;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
