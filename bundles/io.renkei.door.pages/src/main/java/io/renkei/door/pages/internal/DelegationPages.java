package io.renkei.door.pages.internal;

import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.delegation.Delegations.Offered;
import io.renkei.ports.delegation.Delegations.Registered;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.TypedCode;
import io.renkei.ports.sites.SiteId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Delegations that a person gave and holds. */
final class DelegationPages {

    private static final Duration CODE_SHOWN = Duration.ofMinutes(10);

    private final Ports ports;

    DelegationPages(Ports ports) {
        this.ports = ports;
    }

    /**
     * One delegation, as its people read it.
     *
     * @param warning that it ends soon, or today; empty text otherwise
     */
    record Row(
            String id,
            String registered,
            String from,
            String until,
            String state,
            boolean active,
            String association,
            String warning,
            List<String> services,
            List<String> items,
            boolean actNotices,
            boolean actSelf,
            boolean actRecords) {}

    Answer list(Visit visit) throws Refused {
        AccountId own = visit.account().id();
        return Answer.page(View.of("delegations", visit.say("delegations_title"))
                .with("given", rows(visit, ports.delegations().given(own)))
                .with("held", rows(visit, ports.delegations().held(own)))
                .with("beside", visit.settings().certificate() + "/people/delegations/beside")
                .with("done", visit.field("done").isEmpty() ? "" : said(visit)));
    }

    private static String said(Visit visit) {
        return switch (visit.field("done")) {
            case "registered" -> visit.say("delegation_registered");
            case "accepted" -> visit.say("delegation_accepted");
            case "changed" -> visit.say("delegation_changed");
            case "ended" -> visit.say("delegation_ended");
            default -> "";
        };
    }

    private List<Row> rows(Visit visit, List<Delegation> delegations) {
        return delegations.stream().map(each -> row(visit, each)).toList();
    }

    private Row row(Visit visit, Delegation each) {
        LocalDate today = Moments.dayOf(visit.now());
        Grant grant = each.grant();
        Delegation.Standing standing = each.standing(today);
        boolean over = standing == Delegation.Standing.ENDED || standing == Delegation.Standing.OVER;
        return new Row(
                each.id().toString(),
                visit.time(each.registered()),
                Moments.day(grant.from(), visit.language()),
                Moments.day(grant.until(), visit.language()),
                visit.say("delegation_state_" + standing),
                !over,
                association(visit, each.association()),
                warning(visit, standing, grant),
                grant.services().stream()
                        .sorted()
                        .map(service -> visit.say("service_" + service.name()))
                        .toList(),
                grant.items().stream()
                        .sorted()
                        .map(number -> Items.name(ports.items(), number, visit.language()))
                        .toList(),
                grant.covers(Service.NOTICES, today),
                grant.covers(Service.SELF_INFORMATION, today),
                grant.covers(Service.ACCESS_RECORDS, today));
    }

    private static String warning(Visit visit, Delegation.Standing standing, Grant grant) {
        return switch (standing) {
            case LAST_DAY -> visit.say("delegation_ends_today");
            case NEAR_END -> visit.say("delegation_ends_soon", Moments.day(grant.until(), visit.language()));
            default -> "";
        };
    }

    private String association(Visit visit, String site) {
        return SiteId.parse(site)
                .map(id -> HandoverPages.siteName(ports, visit, id))
                .orElse(site);
    }

    Answer offerForm(Visit visit) {
        return Answer.page(offerView(visit));
    }

    private View offerView(Visit visit) {
        List<GrantForm.Choice> associations = ports.sites().all().stream()
                .filter(site -> ports.sites().vouches(site.id()))
                .map(site -> new GrantForm.Choice(
                        site.id().toString(),
                        site.name().in(visit.language().tag()),
                        visit.field("association").equals(site.id().toString())))
                .toList();
        return form(visit, "offer_title", "/people/delegations/offer", Optional.empty())
                .with("offer", true)
                .with("associations", associations);
    }

    /** A form on which a delegation is written down. */
    View form(Visit visit, String title, String action, Optional<Grant> stands) {
        View view = View.of("grant", visit.say(title))
                .with("action", action)
                .with("offer", false)
                .with("besides", false)
                .with("associations", List.of())
                .with("reason", "")
                .with("fault", "")
                .with("faultCode", "");
        return GrantForm.fill(visit, view, ports.items(), stands);
    }

    static Answer refused(Visit visit, View view, PagesCode code, String reason) {
        return Answer.page(
                code.status() == 400 ? 422 : code.status(),
                view.with("fault", code.sentence(visit.language()))
                        .with("faultCode", code.code())
                        .with("reason", reason));
    }

    Answer offer(Visit visit) throws Refused {
        Optional<Grant> grant = GrantForm.read(visit, ports.items());
        Optional<SiteId> association = SiteId.parse(visit.field("association"));
        if (grant.isEmpty() || association.isEmpty()) {
            return refused(visit, offerView(visit), PagesCode.INPUT, visit.say("grant_needs"));
        }
        Offered offered = ports.delegations().offer(visit.account().id(), association.get(), grant.get());
        if (offered instanceof Offered.Waiting waiting) {
            return Answer.see("/people/delegations/offered")
                    .cookie(Cookies.set(Cookies.OFFER, waiting.code(), CODE_SHOWN));
        }
        Offered.Refused no = (Offered.Refused) offered;
        return refused(
                visit,
                offerView(visit),
                PagesCode.DELEGATION_REFUSED,
                visit.language().isEnglish() ? no.reasonEn() : no.reasonJa());
    }

    /** The code is shown for some minutes and stands in no address; it waits in a cookie of the browser that made the offer. */
    Answer offered(Visit visit) throws Refused {
        String code = visit.cookie(Cookies.OFFER);
        if (code.isEmpty()) {
            throw new Refused(PagesCode.NO_SUCH_DELEGATION);
        }
        return Answer.page(View.of("offered", visit.say("offered_title"))
                .with("code", TypedCode.grouped(code))
                .with("minutes", CODE_SHOWN.toMinutes()));
    }

    Answer accept(Visit visit) throws Refused {
        String code = visit.field("code").replaceAll("[\\s-]", "");
        if (code.isEmpty() || code.length() > 32) {
            throw new Refused(PagesCode.NO_SUCH_DELEGATION);
        }
        return ended(ports.delegations().accept(visit.account().id(), code), visit, "accepted");
    }

    Answer changeForm(Visit visit) throws Refused {
        Delegation delegation = own(visit);
        return Answer.page(form(visit, "change_title", action(delegation), Optional.of(delegation.grant())));
    }

    Answer change(Visit visit) throws Refused {
        Delegation delegation = own(visit);
        View view = form(visit, "change_title", action(delegation), Optional.of(delegation.grant()));
        Optional<Grant> grant = GrantForm.read(visit, ports.items());
        if (grant.isEmpty()) {
            return refused(visit, view, PagesCode.INPUT, visit.say("grant_needs"));
        }
        Registered changed = ports.delegations().change(visit.account().id(), delegation.id(), grant.get());
        return changed instanceof Registered.Refused no
                ? refused(
                        visit,
                        view,
                        PagesCode.DELEGATION_REFUSED,
                        visit.language().isEnglish() ? no.reasonEn() : no.reasonJa())
                : ended(changed, visit, "changed");
    }

    Answer end(Visit visit) throws Refused {
        ports.delegations()
                .end(visit.account().id(), id(visit))
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_DELEGATION));
        return Answer.see("/people/delegations?done=ended");
    }

    private static Answer ended(Registered registered, Visit visit, String done) throws Refused {
        if (registered instanceof Registered.Refused no) {
            throw new Refused(
                    PagesCode.DELEGATION_REFUSED, visit.language().isEnglish() ? no.reasonEn() : no.reasonJa());
        }
        if (registered instanceof Registered.NoSuchOffer) {
            throw new Refused(PagesCode.NO_SUCH_DELEGATION);
        }
        return Answer.see("/people/delegations?done=" + done);
    }

    private static String action(Delegation delegation) {
        return "/people/delegations/" + delegation.id() + "/change";
    }

    private Delegation own(Visit visit) throws Refused {
        DelegationId id = id(visit);
        return ports.delegations().given(visit.account().id()).stream()
                .filter(each -> each.id().equals(id) && each.ended().isEmpty())
                .findFirst()
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_DELEGATION));
    }

    private static DelegationId id(Visit visit) throws Refused {
        return DelegationId.parse(visit.part("delegation"))
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_DELEGATION));
    }
}
