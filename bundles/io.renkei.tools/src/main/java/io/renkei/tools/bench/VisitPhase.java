package io.renkei.tools.bench;

import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Begun;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import io.renkei.sandbox.sites.Wish;
import io.renkei.tools.linkage.Page;
import io.renkei.tools.linkage.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/** People do the same thing at their sites, one after the other each and all at once. */
final class VisitPhase {

    private static final String ENDED = "ended early";

    private final List<Visitor> visitors;
    private final DoubleSupplier cpu;

    /** @param cpu seconds of the gateway so far */
    VisitPhase(List<Visitor> visitors, DoubleSupplier cpu) {
        this.visitors = visitors;
        this.cpu = cpu;
    }

    /** What a visit is for. */
    enum Visit {
        /** Signed in already, and the link holds: a pushed request, a code, tokens; the ID token is verified. */
        SIGN_ON,
        /** As that, for data: consent, an agency's answer, a choice; the data is fetched, and verified. */
        HANDOVER
    }

    /**
     * What was measured.
     *
     * @param failed what went wrong, and how often, of the warm-up too
     * @param cpu seconds of the gateway, per measured visit
     */
    record Result(double rate, int visitors, Pace.Times times, Map<String, Integer> failed, double cpu) {

        boolean good() {
            return failed.isEmpty() && times.latencies().count() > 0;
        }
    }

    Result run(Visit visit, double rate, int warm, int count) throws InterruptedException {
        double[] begun = {cpu.getAsDouble()};
        Map<String, Integer> failed = new ConcurrentHashMap<>();
        Pace.Times times = new Pace(warm + count, rate, warm, () -> begun[0] = cpu.getAsDouble())
                .run(visitors.stream()
                        .<Pace.Hand>map(visitor -> number -> once(visit, visitor, failed))
                        .toList());
        double spent = cpu.getAsDouble() - begun[0];
        return new Result(
                rate,
                visitors.size(),
                times,
                new TreeMap<>(failed),
                spent / Math.max(1, times.latencies().count()));
    }

    private static boolean once(Visit visit, Visitor visitor, Map<String, Integer> failed) {
        try {
            if (visit == Visit.SIGN_ON) {
                visitor.person().browser().signOn(visitor.site());
            } else {
                handOver(visitor);
            }
            return true;
        } catch (IOException e) {
            failed.merge(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()), 1, Integer::sum);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed.merge(ENDED, 1, Integer::sum);
        }
        return false;
    }

    private static void handOver(Visitor visitor) throws IOException, InterruptedException {
        Person person = visitor.person();
        RelyingParty site = visitor.site();
        Wish wish = new Wish("確定申告書の作成");
        visitor.items().forEach(wish::latest);
        Begun begun = site.begin(Optional.of(wish)).given();
        Page consent = person.browser().go(begun.address()).onPage();
        Page released = person.choose(person.consentToRequest(consent), visitor.items());
        Tokens tokens = site.tokens(
                        begun, site.answer(begun, person.backToSite(released)).given())
                .given();
        if (!site.handover(tokens).given().items().equals(visitor.items())) {
            throw new IOException("other items came than those that were chosen");
        }
    }
}
