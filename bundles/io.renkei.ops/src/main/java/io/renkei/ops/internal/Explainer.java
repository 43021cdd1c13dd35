package io.renkei.ops.internal;

import io.renkei.ports.state.FilingView;
import java.time.Duration;
import java.time.Instant;

/** Says for each state of a filing what it waits for. */
final class Explainer {

    private static final Duration OVERDUE = Duration.ofMinutes(1);
    private static final String NOTHING = "Nothing.";

    private final Instant now;

    Explainer(Instant now) {
        this.now = now;
    }

    /** @param parking how it was parked; read only where it is */
    Explanation explain(FilingView filing, LaneSight lane, Parking parking) {
        return switch (filing.state()) {
            case PLANNED ->
                new Explanation(
                        filing,
                        "It was accepted, and the fan-out has not made it ready.",
                        "Makes it ready within seconds.",
                        "If it stays so for minutes: renkei:health (dead letters, outbox), then the log of io.renkei.fanout.");
            case READY -> new Explanation(filing, "It is due. " + lane.stuck(), lane.machine(), lane.human());
            case ATTEMPTING ->
                new Explanation(
                        filing,
                        "Attempt " + filing.attempts() + " is under way.",
                        "Writes its outcome, or asks the destination when the attempt's lease runs out.",
                        "Nothing. If it stays so for longer than the connector's timeout: the log of that filing.");
            case WAITING -> waiting(filing, lane);
            case UNKNOWN -> unknown(filing, lane);
            case PARKED -> parked(filing, parking);
            default -> atDestination(filing, lane);
        };
    }

    private Explanation waiting(FilingView filing, LaneSight lane) {
        Instant due = filing.due().orElse(now);
        boolean overdue = due.plus(OVERDUE).isBefore(now);
        String cause = "Attempt " + filing.attempts() + " did not go through" + cause(filing) + ".";
        String time = overdue
                ? "It was due at " + Times.japan(due) + " (JST), " + Times.length(Duration.between(due, now)) + " ago."
                : "Makes it ready at " + Times.japan(due) + " (JST), in " + Times.length(Duration.between(now, due))
                        + ".";
        if (overdue) {
            return new Explanation(filing, cause + " " + time, "Should have made it ready.", "renkei:health, the log.");
        }
        return lane.running()
                ? new Explanation(filing, cause, time, "Nothing before that time.")
                : new Explanation(filing, cause + " " + lane.stuck(), time + " " + lane.machine(), lane.human());
    }

    private static Explanation unknown(FilingView filing, LaneSight lane) {
        String stuck = "It was sent, or perhaps sent, and no answer can be believed" + cause(filing) + ".";
        return lane.canAsk()
                ? new Explanation(
                        filing,
                        stuck,
                        "Asks " + filing.destination() + " whether it has it, until it knows; never sends it blindly.",
                        "Nothing while " + filing.destination() + " answers. If it is down for long, call its desk.")
                : new Explanation(filing, stuck + " " + lane.stuck(), "Nothing without a connector.", lane.human());
    }

    private Explanation parked(FilingView filing, Parking parking) {
        String since = parking.since()
                .map(at -> " since " + Times.japan(at) + " (JST), " + Times.length(Duration.between(at, now)))
                .orElse("");
        String human = parking.doubtful()
                ? "Ask " + filing.destination() + " whether it has " + filing.key()
                        + ". Only if it has not: renkei:parked-replay --outcome-checked " + filing.key()
                : "Remove the cause (the README of the bundle with that code says how), then: renkei:parked-replay "
                        + filing.key();
        return new Explanation(
                filing,
                "A person has to look" + since + cause(filing) + ".",
                "Nothing until somebody acts; what the destination says of it is still written.",
                human);
    }

    private static Explanation atDestination(FilingView filing, LaneSight lane) {
        String machine = lane.canAsk()
                ? "Takes the destination's status and notices as they come."
                : "Takes notices only. " + lane.stuck();
        String human = lane.canAsk() ? "Nothing; the destination decides." : lane.human();
        return switch (filing.state()) {
            case CORRECTION_REQUESTED ->
                new Explanation(
                        filing,
                        "The destination asked the applicant for a change.",
                        machine,
                        "See that the sender told the applicant; only the applicant can answer.");
            case WITHDRAWING ->
                new Explanation(
                        filing, "The applicant took it back and the destination has not answered.", machine, human);
            case DECIDED -> new Explanation(filing, "The destination decided; documents may follow.", machine, human);
            case REFUSED ->
                new Explanation(
                        filing,
                        "The destination refused it by a rule" + cause(filing) + ".",
                        "Nothing: this is final.",
                        "The applicant corrects it and files a new application.");
            case CLOSED, WITHDRAWN -> new Explanation(filing, "It is not stuck: this is final.", NOTHING, NOTHING);
            default -> new Explanation(filing, "The destination has it and has not decided.", machine, human);
        };
    }

    private static String cause(FilingView filing) {
        return filing.cause().map(code -> " (" + code + ")").orElse("");
    }
}
