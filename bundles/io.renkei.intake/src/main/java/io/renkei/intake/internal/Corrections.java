package io.renkei.intake.internal;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.catalogue.Catalogue.Planned;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.Fault;
import io.renkei.ports.lanes.Ability;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.ports.state.FollowUps;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Takes what an applicant changed in one filing, or takes back. */
final class Corrections implements CorrectFiling {

    private static final Logger LOG = LoggerFactory.getLogger(Corrections.class);

    private final Gate gate;
    private final Checker checker;
    private final ApplicationStore applications;
    private final FollowUpStore followUps;
    private final CorrectionAcceptance acceptance;
    private final Function<DestinationId, Optional<Set<Ability>>> abilities;
    private final int limit;

    /** @param abilities what a destination's connector can do; empty while none is installed */
    Corrections(
            Gate gate,
            Checker checker,
            ApplicationStore applications,
            FollowUpStore followUps,
            CorrectionAcceptance acceptance,
            Function<DestinationId, Optional<Set<Ability>>> abilities,
            int limit) {
        this.gate = gate;
        this.checker = checker;
        this.applications = applications;
        this.followUps = followUps;
        this.acceptance = acceptance;
        this.abilities = abilities;
        this.limit = limit;
    }

    /** What is to be corrected, and how. */
    record Target(ApplicationView application, FilingView filing, CorrectionKind kind) {}

    /** Whether a filing can be corrected now: how, or why not. */
    private record Way(Optional<CorrectionKind> kind, Optional<Fault> closed) {

        static Way open(CorrectionKind kind) {
            return new Way(Optional.of(kind), Optional.empty());
        }

        static Way closed(IntakeCode code, Object... words) {
            return new Way(Optional.empty(), Optional.of(code.at("", words)));
        }
    }

    @Override
    public Answer correct(PartnerId sender, FilingKey key, Optional<SenderNumber> fromDoor, InputStream in)
            throws IOException {
        gate.pass();
        Optional<ApplicationView> application = applications.find(sender, key.application());
        Optional<FilingView> filing = application.flatMap(view -> examined(view, key));
        if (filing.isEmpty()) {
            return new Answer.NoSuchFiling();
        }
        try (var partner = MDC.putCloseable("partner", sender.value());
                var number = MDC.putCloseable("filing", key.toString())) {
            Body body = checker.read(in);
            if (body.tooLarge()) {
                return new Answer.TooLarge(limit);
            }
            Optional<Answer> before = before(key, fromDoor, body);
            if (before.isPresent()) {
                return before.get();
            }
            Way way = way(application.get(), filing.get());
            // Without a number from the door only the package says whether this is a repetition.
            return way.closed().isPresent() && fromDoor.isPresent()
                    ? conflict(way.closed().get())
                    : judged(application.get(), filing.get(), way, fromDoor, body);
        }
    }

    private Answer judged(
            ApplicationView application, FilingView filing, Way way, Optional<SenderNumber> fromDoor, Body body)
            throws IOException {
        Verdict verdict = checker.judge(body, checker.now(), false);
        if (verdict.has(IntakeCode.READER_MISSING)) {
            throw new StateUnavailable("a package reader that is configured is not there; nothing was taken", null);
        }
        List<Fault> faults = new ArrayList<>(verdict.faults());
        Optional<SenderNumber> fromPackage = verdict.content().flatMap(content -> content.senderNumber());
        Optional<Answer> before = fromDoor.isEmpty() ? before(filing.key(), fromPackage, body) : Optional.empty();
        if (before.isPresent()) {
            return before.get();
        }
        if (way.closed().isPresent()) {
            return conflict(way.closed().get());
        }
        if (verdict.content().isPresent()) {
            Intake.numberFault(fromDoor, fromPackage).ifPresent(faults::add);
        }
        Optional<Planned> planned = planned(verdict, filing);
        if (verdict.plan().isPresent() && planned.isEmpty()) {
            faults.add(IntakeCode.ANOTHER_FILING.at("", filing.procedure(), filing.destination()));
        }
        if (!faults.isEmpty()) {
            LOG.info("Refused a correction for {} faults.", faults.size());
            return new Answer.Refused(faults);
        }
        Target target = new Target(application, filing, way.kind().orElseThrow());
        SenderNumber number = fromDoor.or(() -> fromPackage).orElseThrow();
        return acceptance.keep(target, planned.get(), number, body, verdict);
    }

    private Optional<Answer> before(FilingKey key, Optional<SenderNumber> number, Body body) {
        return number.flatMap(given -> followUps.findBySenderNumber(key, given, body.digest()))
                .map(CorrectionAcceptance::answer);
    }

    /** The one filing of the package that takes the place of this one; the package holds no other procedure. */
    private static Optional<Planned> planned(Verdict verdict, FilingView filing) {
        List<Planned> all = verdict.plan().map(plan -> plan.filings()).orElse(List.of());
        List<Planned> same = all.stream()
                .filter(each -> each.procedure().equals(filing.procedure()))
                .toList();
        List<Planned> here = same.stream()
                .filter(each -> each.destination().equals(filing.destination()))
                .toList();
        return same.size() == all.size() && here.size() == 1 ? Optional.of(here.get(0)) : Optional.empty();
    }

    private Way way(ApplicationView application, FilingView filing) {
        boolean refused = filing.state() == FilingState.REFUSED;
        if (!refused && filing.state() != FilingState.CORRECTION_REQUESTED) {
            return Way.closed(
                    IntakeCode.NO_CORRECTION_ASKED,
                    filing.state(),
                    filing.state().japanese());
        }
        Optional<FilingView> inTheWay = application.answersTo(filing.key()).stream()
                .filter(FollowUps::isInTheWay)
                .findFirst();
        if (inTheWay.isPresent()) {
            return Way.closed(IntakeCode.CORRECTION_UNDER_WAY, inTheWay.get().key());
        }
        return refused ? able(filing, CorrectionKind.WHOLE) : asked(filing);
    }

    private Way asked(FilingView filing) {
        Optional<FollowUpStore.Asked> asked = followUps.lastAsked(filing.key());
        if (asked.isPresent() && !asked.get().request().isOpen(checker.now())) {
            return Way.closed(
                    IntakeCode.CORRECTION_LATE, asked.get().request().deadline().orElseThrow());
        }
        CorrectionKind unsaid = abilities
                .apply(filing.destination())
                .filter(able -> !able.contains(Ability.PARTIAL_CORRECTION))
                .map(able -> CorrectionKind.WHOLE)
                .orElse(CorrectionKind.PARTIAL);
        return able(filing, asked.map(each -> each.request().kind()).orElse(unsaid));
    }

    private Way able(FilingView filing, CorrectionKind kind) {
        Ability needed = kind == CorrectionKind.PARTIAL ? Ability.PARTIAL_CORRECTION : Ability.RESUBMISSION;
        return isUnable(filing, needed) ? Way.closed(IntakeCode.CORRECTION_UNKNOWN) : Way.open(kind);
    }

    /** Where no connector is installed nobody knows: what is accepted waits in its queue. */
    private boolean isUnable(FilingView filing, Ability needed) {
        return abilities
                .apply(filing.destination())
                .filter(able -> !able.contains(needed))
                .isPresent();
    }

    private static Answer conflict(Fault fault) {
        LOG.info("Refused a correction: {}.", fault.code());
        return new Answer.Conflict(fault);
    }

    @Override
    public Answer withdraw(PartnerId sender, FilingKey key, String reason) {
        if (reason.codePointCount(0, reason.length()) > MAX_REASON
                || reason.chars().anyMatch(each -> Character.isISOControl(each) && each != '\n')) {
            return new Answer.Refused(List.of(IntakeCode.REASON.at("reason", MAX_REASON)));
        }
        Optional<FilingView> filing =
                applications.find(sender, key.application()).flatMap(view -> examined(view, key));
        if (filing.isEmpty()) {
            return new Answer.NoSuchFiling();
        }
        boolean mayBeThere = FollowUps.WITHDRAWABLE.contains(filing.get().state())
                || FollowUps.UNCLEAR.contains(filing.get().state());
        if (mayBeThere && isUnable(filing.get(), Ability.WITHDRAWAL)) {
            return conflict(IntakeCode.WITHDRAWAL_UNKNOWN.at(""));
        }
        return followUps.withdraw(key, reason).map(Corrections::withdrawn).orElseGet(Answer.NoSuchFiling::new);
    }

    private static Answer withdrawn(FollowUpStore.Withdrawal withdrawal) {
        if (withdrawal instanceof FollowUpStore.Withdrawal.Asked asked) {
            LOG.info(
                    "The withdrawal {} of {} goes to its destination.",
                    asked.withdrawal(),
                    asked.now().key());
            return new Answer.WithdrawalAsked(asked.withdrawal());
        }
        if (withdrawal instanceof FollowUpStore.Withdrawal.TooLate late) {
            return conflict(IntakeCode.WITHDRAWAL_LATE.at(
                    "", late.now().state(), late.now().state().japanese()));
        }
        LOG.info(
                "Filing {} is withdrawn.",
                ((FollowUpStore.Withdrawal.Done) withdrawal).now().key());
        return new Answer.Withdrawn();
    }

    private static Optional<FilingView> examined(ApplicationView application, FilingKey key) {
        return application.filings().stream()
                .filter(filing -> filing.key().equals(key) && filing.purpose().isExamined())
                .findFirst();
    }
}
