/**
 * People and companies who use the portal, how each proved who it is, and for how long it is signed in. No name, no number and no
 * address of a person stands here: an account is an id, and what it signs in with is a keyed digest.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.people;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
