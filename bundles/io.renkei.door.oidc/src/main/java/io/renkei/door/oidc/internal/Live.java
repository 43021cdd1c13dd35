package io.renkei.door.oidc.internal;

import io.renkei.ports.artefacts.SiteGrant;
import io.renkei.ports.linkage.Link;
import java.util.Objects;

/** A grant that counts now: neither ended nor over, and its link holds. */
record Live(SiteGrant grant, GrantNote note, Link link) {

    Live {
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(link, "link");
    }

    @Override
    public String toString() {
        return grant.toString();
    }
}
