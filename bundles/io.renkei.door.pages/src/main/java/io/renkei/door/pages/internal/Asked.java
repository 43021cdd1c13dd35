package io.renkei.door.pages.internal;

import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.sites.Site;

/** A request with its site. */
record Asked(Interaction interaction, Site site) {

    String path() {
        return "/people/requests/" + interaction.id();
    }

    String name(Language language) {
        return site.name().in(language.tag());
    }
}
