package io.renkei.intake.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.ports.catalogue.Catalogue.Planned;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.filing.FilingBodies;
import io.renkei.ports.intake.Receipt;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.PlannedFiling;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.trust.ReceiptSealer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Keeps a good application: draws its number, seals its receipt, and hands all of it to one transaction. */
final class Acceptance {

    private static final int DRAWS = 8;

    private final ApplicationStore applications;
    private final ContentStore contents;
    private final ReceiptSealer sealer;
    private final RandomGenerator random;

    Acceptance(ApplicationStore applications, ContentStore contents, ReceiptSealer sealer, RandomGenerator random) {
        this.applications = applications;
        this.contents = contents;
        this.sealer = sealer;
        this.random = random;
    }

    /** How the store answered, and what it was asked to keep. */
    record Outcome(Admission admission, ArrivalNumber number, byte[] receipt) {}

    /** What each filing says, in the order of the plan. */
    static List<byte[]> bodies(Verdict verdict) {
        ApplicationPackage content = verdict.content().orElseThrow();
        return verdict.plan().orElseThrow().filings().stream()
                .map(filing -> FilingBodies.write(FilingParts.body(filing, content)))
                .toList();
    }

    /**
     * @throws StateUnavailable if the database cannot be had, or {@value #DRAWS} drawn numbers were all taken
     * @throws IOException if the content store cannot keep the package
     */
    Outcome keep(PartnerId sender, SenderNumber senderNumber, Body body, Verdict verdict, List<byte[]> bodies)
            throws IOException {
        LocalDate day = LocalDate.ofInstant(verdict.at(), Checker.JAPAN);
        for (int draw = 0; draw < DRAWS; draw++) {
            ArrivalNumber number = ArrivalNumber.draw(day, random);
            List<PlannedFiling> filings =
                    filings(number, verdict.plan().orElseThrow().filings(), bodies);
            Receipt receipt = receipt(number, sender, senderNumber, verdict, filings);
            byte[] sealed =
                    sealer.seal(ReceiptText.TYPE, ReceiptText.write(receipt)).getBytes(StandardCharsets.US_ASCII);
            Admission admission = applications.admit(new NewApplication(
                    number,
                    sender,
                    senderNumber,
                    verdict.at(),
                    verdict.digest(),
                    contents.stage(new ByteArrayInputStream(body.bytes()), body.bytes().length),
                    verdict.plan().orElseThrow().lifeEvent(),
                    verdict.format(),
                    sealed,
                    filings));
            if (!(admission instanceof Admission.ArrivalNumberTaken)) {
                return new Outcome(admission, number, sealed);
            }
        }
        throw new StateUnavailable("no free arrival number was drawn; nothing was taken, submit again", null);
    }

    private static List<PlannedFiling> filings(ArrivalNumber number, List<Planned> plan, List<byte[]> bodies) {
        List<PlannedFiling> filings = new ArrayList<>(plan.size());
        for (int i = 0; i < plan.size(); i++) {
            filings.add(new PlannedFiling(
                    new FilingKey(number, i + 1),
                    plan.get(i).procedure(),
                    plan.get(i).destination(),
                    bodies.get(i)));
        }
        return filings;
    }

    private static Receipt receipt(
            ArrivalNumber number,
            PartnerId sender,
            SenderNumber senderNumber,
            Verdict verdict,
            List<PlannedFiling> filings) {
        return new Receipt(
                number,
                verdict.at(),
                sender,
                senderNumber,
                verdict.digest(),
                verdict.content().orElseThrow().attachments().stream()
                        .map(file -> new Receipt.FileDigest(file.file(), file.size(), file.digest()))
                        .toList(),
                filings.stream()
                        .map(filing -> new Receipt.PlannedLine(filing.key(), filing.procedure(), filing.destination()))
                        .toList());
    }
}
