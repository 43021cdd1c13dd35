package io.renkei.tools.bench;

import io.renkei.tools.bench.VisitPhase.Visit;
import io.renkei.tools.pki.TrustedCrowd;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** People sign on at sites and hand data over to them, who were made ready for it before. */
final class LinkageLoad {

    /** Of the bound that the gateway is shipped with: more than that part of it is not left to chance. */
    private static final double EASY_RATE = 600;

    /** PAR and token; with data its fetching too. */
    private static final int MOST_REQUESTS = 3;

    /** What the settling may take at once: the gateway has compiled nothing of it yet. */
    private static final double GENTLE = 0.5;

    private final Site site;
    private final BenchNote note;
    private final Visitors visitors;
    private final Plan plan;
    private final Consumer<String> tell;

    /**
     * How much of it.
     *
     * @param seconds of each measured load
     * @param warmUp seconds before it
     * @param settle seconds of half the load before all that
     */
    record Plan(int persons, double signOnRate, double handoverRate, double seconds, double warmUp, double settle) {}

    /**
     * What was measured.
     *
     * @param readySeconds until all people were signed in and linked
     */
    record Result(double readySeconds, VisitPhase.Result signOns, VisitPhase.Result handovers) {}

    /**
     * @param note tells what is changed for it; whoever began it puts that back
     * @param tell hears of each step
     */
    LinkageLoad(Site site, BenchNote note, Visitors visitors, Plan plan, Consumer<String> tell) {
        this.site = site;
        this.note = note;
        this.visitors = visitors;
        this.plan = plan;
        this.tell = tell;
    }

    Result run(Path pki, Clock clock) throws IOException, GeneralSecurityException, InterruptedException {
        if (Math.max(plan.signOnRate(), plan.handoverRate()) * MOST_REQUESTS * 60 / Visitors.siteCount() > EASY_RATE) {
            tell.accept("raising the sites' rate at the provider for as long as this takes");
            note.raiseRate();
        }
        try (TrustedCrowd crowd = TrustedCrowd.in(pki, clock)) {
            return run(crowd);
        }
    }

    private Result run(TrustedCrowd crowd) throws IOException, GeneralSecurityException, InterruptedException {
        tell.accept("signing " + plan.persons() + " people in and linking them");
        long began = System.nanoTime();
        List<Visitor> ready = visitors.ready(crowd, plan.persons());
        double readySeconds = (System.nanoTime() - began) / 1e9;
        VisitPhase phase = new VisitPhase(ready, site::cpuSeconds);
        settle(phase, Visit.SIGN_ON, plan.signOnRate());
        tell.accept("signing on at sites");
        VisitPhase.Result signOns = measure(phase, Visit.SIGN_ON, plan.signOnRate());
        settle(phase, Visit.HANDOVER, plan.handoverRate());
        tell.accept("handing data over");
        return new Result(readySeconds, signOns, measure(phase, Visit.HANDOVER, plan.handoverRate()));
    }

    private void settle(VisitPhase phase, Visit visit, double rate) throws InterruptedException {
        if (plan.settle() > 0) {
            tell.accept("settling for " + Math.round(plan.settle()) + " s, which is not measured");
            phase.run(visit, rate * GENTLE, 0, count(rate * GENTLE, plan.settle()));
        }
    }

    private VisitPhase.Result measure(VisitPhase phase, Visit visit, double rate) throws InterruptedException {
        return phase.run(visit, rate, count(rate, plan.warmUp()), count(rate, plan.seconds()));
    }

    private static int count(double perSecond, double seconds) {
        return (int) Math.max(1, Math.round(perSecond * seconds));
    }
}
