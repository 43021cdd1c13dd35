package io.renkei.door.rest.internal;

import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Role;
import java.util.Set;

/** Who may use a route. */
enum Access {
    /** Every configured partner. */
    PARTNER(Set.of(Role.values()), true),
    /** Who submits. */
    SUBMIT(Set.of(Role.SUBMITTER), false),
    /** Who reads what is its own. */
    READ(Set.of(Role.SUBMITTER, Role.PORTAL), false),
    /** Who shows people what lies in their inboxes. */
    SHOW(Set.of(Role.PORTAL), false),
    /** Who delivers notices; for which destination is asked too. */
    DELIVER(Set.of(Role.MINISTRY), false),
    /** Private delivery services, for what they delivered. */
    REPORT(Set.of(Role.DELIVERY), false);

    private final Set<Role> roles;
    private final boolean withoutRole;

    Access(Set<Role> roles, boolean withoutRole) {
        this.roles = roles;
        this.withoutRole = withoutRole;
    }

    boolean permits(Caller caller) {
        return withoutRole || roles.stream().anyMatch(caller::may);
    }
}
