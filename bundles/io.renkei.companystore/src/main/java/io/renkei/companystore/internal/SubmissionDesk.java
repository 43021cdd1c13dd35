package io.renkei.companystore.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.intake.Fault;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.submissions.NewSubmission;
import io.renkei.ports.submissions.RecordSubmission;
import io.renkei.ports.submissions.SubmissionRecord;
import io.renkei.ports.submissions.SubmissionStore;
import io.renkei.ports.trust.ReceiptSealer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes records of data that stays with its company. What objects are called is in no line of the log. */
final class SubmissionDesk implements RecordSubmission {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionDesk.class);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int DRAWS = 5;

    private final SubmissionStore submissions;
    private final Stores stores;
    private final Catalogue catalogue;
    private final ReceiptSealer sealer;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random cannot be predicted */
    SubmissionDesk(
            SubmissionStore submissions,
            Stores stores,
            Catalogue catalogue,
            ReceiptSealer sealer,
            RandomGenerator random,
            Clock clock) {
        this.submissions = submissions;
        this.stores = stores;
        this.catalogue = catalogue;
        this.sealer = sealer;
        this.random = random;
        this.clock = clock;
    }

    /** A repetition is answered as the first time, also when the catalogue has changed since. */
    @Override
    public Taken take(PartnerId sender, SenderNumber number, Sha256 digest, SubmissionRecord what) {
        Optional<Admission> first = submissions.findBySenderNumber(sender, number, digest);
        if (first.isPresent()) {
            return repeated(first.get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Fault> faults = faults(sender, what, now);
        if (!faults.isEmpty()) {
            return new Taken.Refused(faults);
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            NewSubmission made = made(sender, number, digest, what, now);
            Admission admission = submissions.admit(made);
            if (admission instanceof Admission.Admitted) {
                LOG.info(
                        "Submission {} of {} is recorded; permissions: {}",
                        made.number(),
                        sender,
                        what.permissions().size());
                return new Taken.Kept(made.number(), made.receipt(), false);
            }
            if (!(admission instanceof Admission.ArrivalNumberTaken)) {
                return repeated(admission);
            }
        }
        throw new StateUnavailable("no free arrival number was drawn; nothing was taken, send it again", null);
    }

    private static Taken repeated(Admission admission) {
        return admission instanceof Admission.Repeated first
                ? new Taken.Kept(first.number(), first.receipt(), true)
                : new Taken.NumberReused();
    }

    private NewSubmission made(
            PartnerId sender, SenderNumber senderNumber, Sha256 digest, SubmissionRecord what, Instant now) {
        ArrivalNumber number = ArrivalNumber.draw(LocalDate.ofInstant(now, JAPAN), random);
        byte[] receipt = ReceiptText.write(number, now, sender, senderNumber, digest, what);
        return new NewSubmission(
                number,
                sender,
                senderNumber,
                now,
                digest,
                what,
                sealer.seal(ReceiptText.TYPE, receipt).getBytes(StandardCharsets.US_ASCII));
    }

    private List<Fault> faults(PartnerId sender, SubmissionRecord what, Instant now) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < what.procedures().size(); i++) {
            if (catalogue.procedureName(what.procedures().get(i)).isEmpty()) {
                faults.add(StoreCode.PROCEDURE.at("procedures[" + i + "]"));
            }
        }
        for (int i = 0; i < what.permissions().size(); i++) {
            String place = "permissions[" + i + "].";
            if (catalogue
                    .destinationName(what.permissions().get(i).destination())
                    .isEmpty()) {
                faults.add(StoreCode.DESTINATION.at(place + "destination"));
            }
            if (!now.isBefore(what.permissions().get(i).until())) {
                faults.add(StoreCode.OVER.at(place + "until"));
            }
        }
        stores.of(sender)
                .ifPresentOrElse(
                        store -> addTooLarge(faults, what, store.settings().mostBytes()),
                        () -> faults.add(StoreCode.STORE_MISSING.at("")));
        return faults;
    }

    private static void addTooLarge(List<Fault> faults, SubmissionRecord what, long most) {
        for (int i = 0; i < what.objects().size(); i++) {
            if (what.objects().get(i).size() > most) {
                faults.add(StoreCode.TOO_LARGE.at("objects[" + i + "].size", most));
            }
        }
    }

    @Override
    public boolean revoke(PartnerId sender, ArrivalNumber number, Optional<DestinationId> destination) {
        boolean known = submissions.revoke(sender, number, destination, clock.instant());
        if (known) {
            LOG.info(
                    "Permissions of submission {} are taken back ({}).",
                    number,
                    destination.map(DestinationId::value).orElse("all"));
        }
        return known;
    }
}
