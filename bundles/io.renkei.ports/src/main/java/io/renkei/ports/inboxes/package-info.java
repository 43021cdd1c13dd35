/**
 * Which inboxes an account of the portal reads. An inbox of notices belongs to the partner that submitted, and is known by that partner's
 * name; the people of a portal are known to it by opaque names. Neither is an account, so an account is tied to an inbox by a code: the
 * partner, who knows whose inbox it is, has the code drawn and gives it to its owner, who types it in while signed in.
 *
 * <p>A portal that submits for many people places each application in the inbox of its person.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.inboxes;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
