package io.renkei.tools.bench;

import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.tools.linkage.Person;
import java.util.Set;

/**
 * A signed-in person, and the linked site at which they are. For one thread.
 *
 * @param items what the site asks for when it asks for data
 */
record Visitor(Person person, RelyingParty site, Set<String> items) {}
