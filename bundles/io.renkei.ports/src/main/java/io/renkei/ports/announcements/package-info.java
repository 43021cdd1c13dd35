/**
 * Announcements (お知らせ): one message of an agency to many inboxes. Its text is kept once, and each inbox gets an entry.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.announcements;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
