package io.renkei.door.rest.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.doors.FakeIntake;
import io.renkei.ports.intake.Fault;
import io.renkei.ports.state.Admission;
import io.renkei.ports.submissions.AccessAnswer;
import io.renkei.ports.submissions.MemorySubmissions;
import io.renkei.ports.submissions.NewSubmission;
import io.renkei.ports.submissions.RecordSubmission;
import io.renkei.ports.submissions.ReferToData;
import io.renkei.ports.submissions.SubmissionRecord;
import io.renkei.ports.submissions.SubmissionStore.Question;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Keeps what it is given but for the procedure 999; every store answers as it is told to, at first with the object. */
final class FakeSubmissions implements RecordSubmission, ReferToData {

    static final byte[] OBJECT = "資格取得届".getBytes(StandardCharsets.UTF_8);

    final MemorySubmissions memory = new MemorySubmissions();
    volatile AccessAnswer answer = AccessAnswer.RELEASED;
    private final Random random = new Random(5);

    @Override
    public Taken take(PartnerId sender, SenderNumber number, Sha256 digest, SubmissionRecord what) {
        if (what.procedures().stream().anyMatch(each -> each.value().equals("999"))) {
            return new Taken.Refused(List.of(new Fault("STORE-010", "procedures[0]", "No such procedure.", "該当なし。")));
        }
        ArrivalNumber arrival = ArrivalNumber.draw(LocalDate.of(2026, 11, 24), random);
        byte[] receipt = ("e30." + arrival + ".c2ln").getBytes(StandardCharsets.US_ASCII);
        Admission admission =
                memory.admit(new NewSubmission(arrival, sender, number, FakeIntake.NOW, digest, what, receipt));
        return admission.fold(
                () -> new Taken.Kept(arrival, receipt, false),
                repeated -> new Taken.Kept(repeated.number(), repeated.receipt(), true),
                Taken.NumberReused::new,
                () -> {
                    throw new IllegalStateException();
                });
    }

    @Override
    public boolean revoke(PartnerId sender, ArrivalNumber number, Optional<DestinationId> destination) {
        return memory.revoke(sender, number, destination, FakeIntake.NOW);
    }

    @Override
    public Outcome refer(PartnerId partner, DestinationId as, ArrivalNumber number, int object) {
        Optional<Question> asked = memory.ask(number, as, partner, object, FakeIntake.NOW);
        if (asked.isEmpty()) {
            return new Outcome.Withheld(AccessAnswer.NOT_PERMITTED, 0);
        }
        Question question = asked.get();
        if (question.object().isEmpty()) {
            return new Outcome.Withheld(question.record().answer(), 0);
        }
        AccessAnswer told = memory.answer(question.record(), answer, FakeIntake.NOW);
        return told == AccessAnswer.RELEASED
                ? new Outcome.Released(
                        question.record().id(), question.object().get(), new ByteArrayInputStream(OBJECT))
                : new Outcome.Withheld(told, told == AccessAnswer.STORE_DOWN ? 7 : 0);
    }
}
