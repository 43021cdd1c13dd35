package io.renkei.door.soap.internal;

import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Role;
import java.util.Set;

/** Who may use an operation. */
enum Access {
    /** Who submits. */
    SUBMIT(Set.of(Role.SUBMITTER)),
    /** Who reads what is its own. */
    READ(Set.of(Role.SUBMITTER, Role.PORTAL)),
    /** Who speaks for a destination; for which one is asked too. */
    MINISTRY(Set.of(Role.MINISTRY));

    private final Set<Role> roles;

    Access(Set<Role> roles) {
        this.roles = roles;
    }

    boolean permits(Caller caller) {
        return roles.stream().anyMatch(caller::may);
    }
}
