package io.renkei.door.oidc.internal;

import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.LogoutWords;
import io.renkei.ports.artefacts.ProviderKeys;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.trust.EllipticCurves;

/** The ports behind the provider. */
record Ports(
        Artefacts artefacts,
        SiteGrants grants,
        ProviderKeys keys,
        LogoutWords words,
        Interactions interactions,
        Sessions sessions,
        Sites sites,
        Links links,
        Handovers handovers,
        EllipticCurves curves) {}
