/**
 * {@code ./renkei demo linkage}: attribute linkage as a person and as three sites live it. The person's side is a browser without script
 * ({@link io.renkei.tools.linkage.Browser}), which reads the pages' forms and sends them; the site's side is a relying party of its own
 * ({@link io.renkei.sandbox.sites.RelyingParty}). Each {@link io.renkei.tools.linkage.Scene} makes something happen and tells
 * {@link io.renkei.tools.linkage.Row}s: what happened, what was expected, what was seen. What differs ends the scene, and the story goes on
 * with the next.
 */
package io.renkei.tools.linkage;
