package io.renkei.door.pages.internal;

import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.ConsentText;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.Links.Consented;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.people.Actor;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The list of sites, the first consent, and its end. */
final class SitePages {

    private final Ports ports;

    SitePages(Ports ports) {
        this.ports = ports;
    }

    /**
     * One site, as a person reads it.
     *
     * @param until when the link ends by itself; empty text where none holds
     * @param hours the window in words; empty text where it is always open
     */
    record SiteRow(
            String id,
            String name,
            String purpose,
            boolean linked,
            boolean tied,
            String consent,
            String since,
            String until,
            boolean open,
            String hours,
            String next,
            boolean canGo,
            boolean fits,
            String kinds,
            List<String> receives) {}

    /** A link that ended. */
    record EndedRow(String site, String since, String until, String consent) {}

    Answer list(Visit visit) throws Refused {
        List<SiteRow> rows = new java.util.ArrayList<>();
        for (Site site : ports.sites().all()) {
            rows.add(row(visit, site));
        }
        return Answer.page(View.of("sites", visit.say("sites_title"))
                .with("sites", rows)
                .with("ended", ended(visit))
                .with(
                        "warned",
                        !ports.delegations().nearEnd(visit.account().id()).isEmpty())
                .with("done", visit.field("done").equals("revoked"))
                .with("nothing", rows.isEmpty()));
    }

    /** Links that ended; their receipts stay. */
    private List<EndedRow> ended(Visit visit) throws Refused {
        return ports.links().of(visit.account().id()).stream()
                .filter(link -> !link.holds(visit.now()))
                .map(link -> new EndedRow(
                        HandoverPages.siteName(ports, visit, link.site()),
                        visit.time(link.consented()),
                        visit.time(link.revoked().orElse(link.until())),
                        link.consent().toString()))
                .toList();
    }

    /** One site: what stands, or the first consent. */
    Answer show(Visit visit) throws Refused {
        Site site = site(visit);
        SiteRow row = row(visit, site);
        return Answer.page(View.of(row.linked() ? "site" : "link", row.name())
                .with("site", row)
                .with("steps", false)
                .with("text", consentText(visit, site))
                .with("revocation", ConsentText.revocation().in(visit.language().tag()))
                .with("given", visit.field("done").equals("linked"))
                .with("action", "/people/sites/" + site.id() + "/consent")
                .with("deny", "")
                .with("cancel", "/people/sites"));
    }

    Answer consent(Visit visit) throws Refused {
        Site site = site(visit);
        given(visit, Actor.self(visit.account().id()), site, Optional.empty());
        return Answer.see("/people/sites/" + site.id() + "?done=linked");
    }

    /** Gives the first consent. @param asked what the site signed when it asked for it */
    Link given(Visit visit, Actor who, Site site, Optional<SignedRequest> asked) throws Refused {
        Consented consented = ports.links().consent(who, site.id(), asked);
        if (consented instanceof Consented.Given given) {
            return given.link();
        }
        if (consented instanceof Consented.Closed) {
            throw new Refused(
                    PagesCode.SITE_CLOSED, site.name().in(visit.language().tag()));
        }
        throw new Refused(consented instanceof Consented.NoSuchSite ? PagesCode.NO_SUCH_SITE : PagesCode.ACCOUNT_KIND);
    }

    /** To the site, which begins a sign-on there (OpenID Connect Core 1.0, section 4). */
    Answer go(Visit visit) throws Refused {
        URI login = site(visit).client().initiateLogin().orElseThrow(() -> new Refused(PagesCode.SITE_NOT_REACHABLE));
        String issuer = URLEncoder.encode(visit.settings().people().toString(), StandardCharsets.UTF_8);
        return Answer.see(login + (login.getRawQuery() == null ? "?" : "&") + "iss=" + issuer);
    }

    Answer revoke(Visit visit) throws Refused {
        ConsentId consent =
                ConsentId.parse(visit.part("consent")).orElseThrow(() -> new Refused(PagesCode.NO_SUCH_RECEIPT));
        ports.links()
                .revoke(Actor.self(visit.account().id()), consent)
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_RECEIPT));
        return Answer.see("/people/sites?done=revoked");
    }

    /** The words of the first consent, which the receipt holds. */
    static String consentText(Visit visit, Site site) {
        return ConsentText.link(site, visit.now().plus(site.consentLasts()))
                .in(visit.language().tag());
    }

    private Site site(Visit visit) throws Refused {
        return SiteId.parse(visit.part("site"))
                .flatMap(ports.sites()::find)
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_SITE));
    }

    SiteRow row(Visit visit, Site site) throws Refused {
        String lang = visit.language().tag();
        Optional<Link> link = ports.links().find(visit.account().id(), site.id());
        Sites.Opening opening = ports.sites()
                .opening(site.id(), link.isPresent() ? Sites.Use.SIGN_ON : Sites.Use.FIRST_LINK, visit.now());
        return new SiteRow(
                site.id().toString(),
                site.name().in(lang),
                site.purpose().in(lang),
                link.isPresent(),
                link.flatMap(Link::tied).isPresent(),
                link.map(each -> each.consent().toString()).orElse(""),
                link.map(each -> visit.time(each.consented())).orElse(""),
                link.map(each -> visit.time(each.until())).orElse(""),
                opening.open(),
                opening.hours().in(lang),
                opening.next().map(visit::time).orElse(""),
                link.isPresent() && site.client().initiateLogin().isPresent(),
                site.accounts().contains(visit.account().kind()),
                kinds(visit, site.accounts()),
                receives(visit, site));
    }

    private static String kinds(Visit visit, Set<AccountKind> kinds) {
        return kinds.stream()
                .sorted()
                .map(kind -> visit.say(kind == AccountKind.PERSON ? "kind_person" : "kind_company"))
                .collect(java.util.stream.Collectors.joining(visit.say("list_separator")));
    }

    private List<String> receives(Visit visit, Site site) {
        return Stream.concat(
                        site.items().stream()
                                .sorted()
                                .map(number -> Items.name(ports.items(), number, visit.language())),
                        site.deductions().kinds().stream().sorted().map(kind -> Papers.kind(visit, kind)))
                .toList();
    }
}
