package io.renkei.door.pages.internal;

import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.BundleView;
import io.renkei.ports.holdings.BundleView.Item;
import io.renkei.ports.holdings.BundleView.Part;
import io.renkei.ports.holdings.BundleView.PartState;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.people.AccountId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The deduction certificates of a year for the tax return, gathered from all linked services in one go: how that goes on, and what came as
 * one file. Taking the file is a form, since the senders are told of it. A representative sees none of it.
 */
final class BundlePages {

    private static final String PATH = "/people/holdings/years";

    private final Ports ports;

    BundlePages(Ports ports) {
        this.ports = ports;
    }

    /** A year that can be chosen. */
    record Year(int year, boolean chosen) {}

    /** One bundle. */
    record Row(String href, int year, String asked, String until, String state, String said, int verified) {}

    /** How far it is: services that are done, of all. */
    record Count(int answered, int all) {}

    Answer list(Visit visit) throws Refused {
        AccountId account = HoldingPages.own(visit);
        List<Row> rows = ports.holdings().bundles(account).stream()
                .map(each -> new Row(
                        PATH + "/" + each.id(),
                        each.year(),
                        visit.time(each.asked()),
                        visit.time(each.until()),
                        each.isComplete() ? "found" : "pending",
                        visit.say(each.isComplete() ? "bundle_complete" : "bundle_collecting"),
                        verified(each)))
                .toList();
        int now = Moments.dayOf(visit.now()).getYear();
        return Answer.page(View.of("years", visit.say("years_title"))
                .with(
                        "years",
                        IntStream.rangeClosed(0, Holdings.YEARS_BACK)
                                .mapToObj(back -> new Year(now - back, back == 0))
                                .toList())
                .with("rows", rows)
                .with("forgotten", visit.field("done").equals("forgotten")));
    }

    private static int verified(BundleView bundle) {
        return (int) bundle.parts().stream()
                .flatMap(part -> part.items().stream())
                .filter(item -> item.judgement().isVerified())
                .count();
    }

    /** Begins to gather; one that is under way goes on. */
    Answer collect(Visit visit) throws Refused {
        AccountId account = HoldingPages.own(visit);
        int now = Moments.dayOf(visit.now()).getYear();
        String year = visit.field("year");
        if (!year.matches("[0-9]{4}")
                || Integer.parseInt(year) > now
                || Integer.parseInt(year) < now - Holdings.YEARS_BACK) {
            throw new Refused(PagesCode.INPUT);
        }
        return Answer.see(PATH + "/" + ports.holdings().collect(account, Integer.parseInt(year)));
    }

    Answer show(Visit visit) throws Refused {
        BundleView bundle = own(visit);
        boolean refreshes = !bundle.isComplete() && !visit.field("refresh").equals("off");
        String here = PATH + "/" + bundle.id();
        List<Part> parts = bundle.parts();
        int done = (int) parts.stream()
                .filter(part -> part.state() != PartState.COLLECTING)
                .count();
        Answer page = Answer.page(View.of("bundle", visit.say("bundle_title", bundle.year()))
                .with("services", Papers.gathered(ports, visit, parts))
                .with("nothing", parts.isEmpty())
                .with("count", new Count(done, Math.max(1, parts.size())))
                .with("complete", bundle.isComplete())
                .with("verified", verified(bundle))
                .with("any", verified(bundle) > 0)
                .with("lacks", lacks(bundle))
                .with("until", visit.time(bundle.until()))
                .with("refreshes", refreshes)
                .with("here", here)
                .with("still", here + "?refresh=off"));
        return refreshes ? page.with("Refresh", visit.settings().waiting().toSeconds() + "; url=" + here) : page;
    }

    private static boolean lacks(BundleView bundle) {
        return bundle.isComplete()
                && bundle.parts().stream()
                        .anyMatch(part -> part.state() == PartState.MISSING
                                || !part.items().stream().map(Item::judgement).allMatch(each -> each.isVerified()));
    }

    /** The verified documents as they were signed, and a list of all. */
    Answer zip(Visit visit) throws Refused {
        BundleView bundle = own(visit);
        Holdings.Zip zip = ports.holdings()
                .zip(visit.account().id(), bundle.id())
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_BUNDLE));
        return Answer.stream("application/zip", zip::writeTo).saved("deductions-" + bundle.year() + ".zip");
    }

    Answer forget(Visit visit) throws Refused {
        ports.holdings().forget(HoldingPages.own(visit), own(visit).id());
        return Answer.see(PATH + "?done=forgotten");
    }

    private BundleView own(Visit visit) throws Refused {
        AccountId account = HoldingPages.own(visit);
        return BundleId.parse(visit.part("bundle"))
                .flatMap(id -> ports.holdings().find(account, id))
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_BUNDLE));
    }
}
