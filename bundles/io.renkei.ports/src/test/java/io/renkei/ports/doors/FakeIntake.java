package io.renkei.ports.doors;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.intake.CheckReport;
import io.renkei.ports.intake.Fault;
import io.renkei.ports.intake.IntakePaused;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.trust.Revocation;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.TrustFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes every package that does not say otherwise, into the given applications. */
public final class FakeIntake implements SubmitApplication {

    public static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Fault RULE = new Fault(
            "RULE-003", "12/employee.birth-date", "The date of birth is wrong. Correct it.", "生年月日を訂正してください。");
    private static final Fault TRUST =
            new Fault("TRUST-025", "", "The content was changed. Sign it again.", "署名し直してください。");

    public final AtomicInteger bodies = new AtomicInteger();
    private final FakeApplications applications;
    public volatile boolean paused;
    private final Random random = new Random(7);
    private final Map<String, Answer.Accepted> byNumber = new ConcurrentHashMap<>();
    private final Map<String, Sha256> digests = new ConcurrentHashMap<>();

    public FakeIntake(FakeApplications applications) {
        this.applications = applications;
    }

    @Override
    public synchronized Answer submit(PartnerId sender, Optional<SenderNumber> number, InputStream body)
            throws IOException {
        if (paused) {
            throw new IntakePaused(90);
        }
        byte[] content = read(body);
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.contains("大きすぎ")) {
            return new Answer.TooLarge(100);
        }
        if (text.contains("不備")) {
            return new Answer.Refused(text.contains("一つ") ? List.of(RULE) : List.of(RULE, TRUST));
        }
        if (text.contains("停止")) {
            throw new StateUnavailable("jdbc:postgresql://db.internal refused", null);
        }
        if (text.contains("故障")) {
            throw new IllegalStateException("山田太郎 of /var/secret");
        }
        String key = sender + " " + number.map(SenderNumber::value).orElse("none");
        Answer.Accepted before = byNumber.get(key);
        if (before != null) {
            return digests.get(key).equals(Sha256.of(content))
                    ? new Answer.Accepted(before.number(), before.receipt(), true)
                    : new Answer.NumberReused(
                            new Fault("INTAKE-010", "", "The number was used. Use a new one.", "番号は使用済みです。"));
        }
        ArrivalNumber arrival = ArrivalNumber.draw(LocalDate.of(2026, 11, 24), random);
        byte[] receipt =
                receipt(arrival, sender, number.map(SenderNumber::value).orElse("inner-1"), content);
        applications.rows.add(0, view(arrival, sender, number.orElse(new SenderNumber("inner-1"))));
        applications.receipts.put(arrival, receipt);
        Answer.Accepted accepted = new Answer.Accepted(arrival, receipt, false);
        byNumber.put(key, accepted);
        digests.put(key, Sha256.of(content));
        return accepted;
    }

    @Override
    public CheckReport check(InputStream body) throws IOException {
        Sha256 digest = Sha256.of(read(body));
        SignatureVerdict verdict = new SignatureVerdict(
                "s1",
                true,
                false,
                NOW,
                Revocation.NOT_CHECKED,
                Optional.of(digest.hex()),
                List.of(new TrustFault("TRUST-035", "s1", "The root is unknown. Use another.", "認証局を確認してください。")));
        return new CheckReport(
                "portal",
                NOW,
                digest,
                List.of(new CheckReport.DocumentVerdict("application.xml", List.of(verdict))),
                List.of(RULE),
                List.of(new CheckReport.PlannedLine(new ProcedureId("12"), new DestinationId("hello-work"))));
    }

    private static byte[] receipt(ArrivalNumber arrival, PartnerId sender, String number, byte[] content) {
        String digest = "sha-256:" + Sha256.of(content).hex();
        String json = "{\"version\":1,\"number\":\"" + arrival + "\",\"arrived\":\"" + NOW + "\",\"sender\":\"" + sender
                + "\",\"senderNumber\":\"" + number + "\",\"packageDigest\":\"" + digest
                + "\",\"attachments\":[{\"file\":\"住民票&.pdf\",\"size\":3,\"digest\":\"" + digest
                + "\"}],\"filings\":[{\"filing\":\"" + arrival
                + "-01\",\"procedure\":\"12\",\"destination\":\"hello-work\"}],"
                + "\"revocation\":\"not-checked\"}";
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return ("eyJhbGciOiJFUzI1NiJ9." + payload + ".c2ln").getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] read(InputStream body) throws IOException {
        byte[] content = body.readAllBytes();
        bodies.incrementAndGet();
        return content;
    }

    public static ApplicationView view(ArrivalNumber number, PartnerId sender, SenderNumber senderNumber) {
        DestinationId work = new DestinationId("hello-work");
        return new ApplicationView(
                number,
                sender,
                senderNumber,
                NOW,
                List.of(
                        new FilingView(
                                new FilingKey(number, 1),
                                new ProcedureId("12"),
                                work,
                                FilingState.CORRECTION_REQUESTED,
                                4,
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new ReceiptNumber(work, "arrive-id", "202611240000001"))),
                        new FilingView(
                                new FilingKey(number, 2),
                                new ProcedureId("18"),
                                new DestinationId("e-tax"),
                                FilingState.WAITING,
                                2,
                                3,
                                Optional.of(NOW.plusSeconds(60)),
                                Optional.of("DESTINATION_DOWN"),
                                List.of())));
    }
}
