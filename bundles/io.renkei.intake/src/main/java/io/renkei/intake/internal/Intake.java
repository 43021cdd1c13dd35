package io.renkei.intake.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.intake.CheckReport;
import io.renkei.ports.intake.Fault;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.PlannedFiling;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes applications. A repetition that the door's number names is answered from the store before anything is opened;
 * one that only the package names, after its signatures were verified.
 */
final class Intake implements SubmitApplication {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Gate gate;
    private final Checker checker;
    private final ApplicationStore applications;
    private final Acceptance acceptance;
    private final int limit;

    Intake(Gate gate, Checker checker, ApplicationStore applications, Acceptance acceptance, int limit) {
        this.gate = gate;
        this.checker = checker;
        this.applications = applications;
        this.acceptance = acceptance;
        this.limit = limit;
    }

    @Override
    public CheckReport check(InputStream body) throws IOException {
        return checker.check(body);
    }

    @Override
    public Answer submit(PartnerId sender, Optional<SenderNumber> senderNumber, InputStream in) throws IOException {
        gate.pass();
        try (var ignored = MDC.putCloseable("partner", sender.value())) {
            Body body = checker.read(in);
            if (body.tooLarge()) {
                LOG.info("Refused a package of more than {} bytes.", limit);
                return new Answer.TooLarge(limit);
            }
            Optional<Admission> before =
                    senderNumber.flatMap(number -> applications.findBySenderNumber(sender, number, body.digest()));
            return before.isPresent() ? answer(before.get()) : judged(sender, senderNumber, body);
        }
    }

    private Answer judged(PartnerId sender, Optional<SenderNumber> fromDoor, Body body) throws IOException {
        Verdict verdict = checker.judge(body, checker.now(), false);
        if (verdict.has(IntakeCode.READER_MISSING)) {
            throw new StateUnavailable("a package reader that is configured is not there; nothing was taken", null);
        }
        List<Fault> faults = new ArrayList<>(verdict.faults());
        Optional<SenderNumber> fromPackage = verdict.content().flatMap(content -> content.senderNumber());
        Optional<SenderNumber> number = fromDoor.or(() -> fromPackage);
        if (verdict.content().isPresent()) {
            numberFault(fromDoor, fromPackage).ifPresent(faults::add);
        }
        if (fromDoor.isEmpty() && fromPackage.isPresent()) {
            Optional<Admission> before = applications.findBySenderNumber(sender, fromPackage.get(), body.digest());
            if (before.isPresent()) {
                return answer(before.get());
            }
        }
        return faults.isEmpty() ? accept(sender, number.orElseThrow(), body, verdict) : refuse(faults);
    }

    /** What is wrong with the sender's number, if anything: it comes from the door or from the package. */
    static Optional<Fault> numberFault(Optional<SenderNumber> fromDoor, Optional<SenderNumber> fromPackage) {
        if (fromDoor.isEmpty() && fromPackage.isEmpty()) {
            return Optional.of(IntakeCode.NUMBER_MISSING.at(""));
        }
        return fromDoor.isPresent() && fromPackage.isPresent() && !fromDoor.equals(fromPackage)
                ? Optional.of(IntakeCode.NUMBERS_DIFFER.at(""))
                : Optional.empty();
    }

    private Answer accept(PartnerId sender, SenderNumber number, Body body, Verdict verdict) throws IOException {
        List<byte[]> bodies = Acceptance.bodies(verdict);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            if (bodies.get(i).length > PlannedFiling.MAX_BODY) {
                String part =
                        verdict.plan().orElseThrow().filings().get(i).part().value();
                faults.add(IntakeCode.FILING_TOO_LARGE.at(part, PlannedFiling.MAX_BODY));
            }
        }
        if (!faults.isEmpty()) {
            return refuse(faults);
        }
        Acceptance.Outcome outcome = acceptance.keep(sender, number, body, verdict, bodies);
        if (!(outcome.admission() instanceof Admission.Admitted)) {
            return answer(outcome.admission());
        }
        try (var ignored = MDC.putCloseable("application", outcome.number().digits())) {
            LOG.info("Accepted with {} filings, format {}.", bodies.size(), verdict.format());
        }
        return new Answer.Accepted(outcome.number(), outcome.receipt(), false);
    }

    private static Answer answer(Admission before) {
        if (before instanceof Admission.Repeated repeated) {
            try (var ignored = MDC.putCloseable("application", repeated.number().digits())) {
                LOG.info("Repeated: answered with the first receipt.");
            }
            return new Answer.Accepted(repeated.number(), repeated.receipt(), true);
        }
        LOG.info("Refused: {}.", IntakeCode.NUMBER_REUSED.code());
        return new Answer.NumberReused(IntakeCode.NUMBER_REUSED.at(""));
    }

    private static Answer refuse(List<Fault> faults) {
        TreeSet<String> codes = new TreeSet<>();
        faults.forEach(fault -> codes.add(fault.code()));
        LOG.info("Refused for {} faults: {}.", faults.size(), String.join(", ", codes));
        return new Answer.Refused(faults);
    }
}
