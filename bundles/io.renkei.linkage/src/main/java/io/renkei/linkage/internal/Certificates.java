package io.renkei.linkage.internal;

import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.Holdings.Document;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.linkage.ReleasedCertificate;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.Site;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The deduction certificates of a handover: which can be chosen, and which may go out. None goes out that is not verified, of a kind that
 * was not asked for or that the site's file does not list, or whose delivery service is not linked any more as it was.
 */
final class Certificates {

    /** Their names stand in the evidence and in the receipt, which are bounded. */
    private static final int MOST = 200;

    private final LinkStore links;
    private final Agencies agencies;

    Certificates(LinkStore links, Agencies agencies) {
        this.links = links;
        this.agencies = agencies;
    }

    /** What the person can choose from. */
    List<DeductionCertificate> readable(KeptHandover kept) {
        HandoverView view = kept.view();
        if (view.bundle().isEmpty() || agencies.holdings().get().isEmpty()) {
            return List.of();
        }
        try {
            return agencies
                    .deliveries()
                    .certificates(account(view), view.bundle().get())
                    .orElse(List.of())
                    .stream()
                    .filter(each -> kinds(view).contains(each.certificate().kind()))
                    .toList();
        } catch (IOException e) {
            throw unread(e);
        }
    }

    /** What came of a choice of certificates. */
    sealed interface Taken {

        /** As they are kept until the site has fetched them. */
        record All(List<Chosen> chosen) implements Taken {}

        /** One of them is not verified, not there any more, or not allowed. */
        record NotToBeHad() implements Taken {}

        /** They are more than one handover holds. */
        record TooMuch() implements Taken {}
    }

    /** Takes those that the person chose; no more of them than fit are held in memory. */
    Taken take(KeptHandover kept, Site site, Set<HoldingRef> refs, Instant now, int mostBytes) {
        if (refs.size() > MOST) {
            return new Taken.TooMuch();
        }
        List<Chosen> chosen = new ArrayList<>();
        long bytes = 0;
        for (HoldingRef ref :
                refs.stream().sorted(Comparator.comparing(HoldingRef::toString)).toList()) {
            Optional<Chosen> one = chosen(kept.view(), site, ref, now);
            if (one.isEmpty()) {
                return new Taken.NotToBeHad();
            }
            chosen.add(one.get());
            bytes += one.get().released().document().map(String::length).orElse(0);
            if (bytes > mostBytes) {
                return new Taken.TooMuch();
            }
        }
        return new Taken.All(chosen);
    }

    private Optional<Chosen> chosen(HandoverView view, Site site, HoldingRef ref, Instant now) {
        // The link first: if it is tied anew between, the document is not to be had.
        Optional<Link> link = links.find(account(view), ref.service(), now);
        Optional<BundleId> bundle = view.bundle();
        if (link.isEmpty() || bundle.isEmpty()) {
            return Optional.empty();
        }
        Set<String> allowed = new HashSet<>(kinds(view));
        allowed.retainAll(site.deductions().kinds());
        boolean whole = site.deductions().documents()
                && view.wish().deductions().map(DeductionWish::documents).orElse(false);
        try {
            return agencies.deliveries()
                    .document(account(view), bundle.get(), ref)
                    .filter(document -> allowed.contains(
                            document.certificate().certificate().kind()))
                    .map(document ->
                            new Chosen(released(document, whole), link.get().consent()));
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private static ReleasedCertificate released(Document document, boolean whole) {
        return new ReleasedCertificate(
                document.certificate(),
                whole ? Optional.of(Base64.getEncoder().encodeToString(document.xml())) : Optional.empty());
    }

    /** Those of them that may still go out to the site now. */
    List<ReleasedCertificate> outgoing(AccountId account, Site site, List<Chosen> chosen, Instant now) {
        return chosen.stream()
                .filter(each -> site.deductions().kinds().contains(each.kind()))
                .filter(each -> links.find(account, each.from().service(), now)
                        .filter(link -> link.consent().equals(each.link()))
                        .isPresent())
                .map(Chosen::released)
                .map(each -> site.deductions().documents()
                        ? each
                        : new ReleasedCertificate(each.certificate(), Optional.empty()))
                .toList();
    }

    private static Set<String> kinds(HandoverView view) {
        return view.wish().deductions().map(DeductionWish::kinds).orElse(Set.of());
    }

    private static AccountId account(HandoverView view) {
        return view.account().orElseThrow();
    }

    private static StateUnavailable unread(IOException why) {
        return new StateUnavailable("a gathered certificate cannot be read", why);
    }
}
