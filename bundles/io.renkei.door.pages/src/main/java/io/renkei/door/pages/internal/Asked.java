package io.renkei.door.pages.internal;

import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.sites.Site;

/** A request with its site. */
record Asked(Interaction interaction, Site site) {

    /**
     * The request of the visit's path, in the browser that began it.
     *
     * @throws Refused also where the site wants something else of the person
     */
    static Asked of(Ports ports, Visit visit, Interaction.Kind kind) throws Refused {
        Asked asked = of(ports, visit);
        if (asked.interaction().kind() != kind) {
            throw new Refused(PagesCode.NOT_NOW);
        }
        return asked;
    }

    static Asked of(Ports ports, Visit visit) throws Refused {
        Interaction interaction = ports.interactions()
                .find(visit.part("request"), visit.cookie(Interaction.COOKIE))
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_REQUEST));
        Site site = ports.sites().find(interaction.site()).orElseThrow(() -> new Refused(PagesCode.NO_SUCH_SITE));
        return new Asked(interaction, site);
    }

    String path() {
        return "/people/requests/" + interaction.id();
    }

    String name(Language language) {
        return site.name().in(language.tag());
    }
}
