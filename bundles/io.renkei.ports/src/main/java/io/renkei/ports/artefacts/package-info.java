/**
 * What the OpenID provider for sites keeps: artefacts that are known by a secret (pushed requests, codes, tokens, what was seen of
 * proofs), grants that tokens belong to, the provider's own keys, and word of logouts that sites have to get. A secret is kept as a
 * digest only, and what belongs to it encrypted. Everything ends by itself.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.artefacts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
