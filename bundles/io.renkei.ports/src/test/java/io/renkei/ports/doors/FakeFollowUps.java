package io.renkei.ports.doors;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.CorrectionRequest.Reason;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.Fault;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.CorrectionAdmission;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUpStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Corrections and withdrawals in memory: the first filing waits for a correction, the second was never sent. */
public final class FakeFollowUps implements CorrectFiling, FollowUpStore {

    public static final CorrectionRequest REQUEST = new CorrectionRequest(
            CorrectionKind.PARTIAL,
            Optional.of(FakeIntake.NOW.plusSeconds(86_400)),
            false,
            List.of(new Reason("employee.name.kana", "フリガナに誤りがあります", "EGOV-041", "Correct the item.", "項目を訂正してください。")));

    private final FakeApplications applications;
    public volatile String reason = "";

    public FakeFollowUps(FakeApplications applications) {
        this.applications = applications;
    }

    @Override
    public Answer correct(PartnerId sender, FilingKey filing, Optional<SenderNumber> number, InputStream body)
            throws IOException {
        Optional<ApplicationView> application = applications.find(sender, filing.application());
        if (application.isEmpty() || filing.sequence() > 2) {
            return new Answer.NoSuchFiling();
        }
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        if (filing.sequence() == 2) {
            return new Answer.Conflict(new Fault("INTAKE-011", "", "No correction is asked for.", "補正は求められていません。"));
        }
        if (text.contains("不備")) {
            return new Answer.Refused(List.of(new Fault("INTAKE-010", "", "Another filing.", "別の届出です。")));
        }
        FilingKey key = new FilingKey(filing.application(), 3);
        boolean repeated = application.get().filings().size() == 3;
        if (!repeated) {
            add(application.get(), key, filing, FilingPurpose.CORRECTION);
        }
        return new Answer.Accepted(key, receipt(key, filing), repeated);
    }

    private static byte[] receipt(FilingKey key, FilingKey corrects) {
        String payload = "{\"version\":1,\"number\":\"" + key.application().digits() + "\",\"arrived\":\""
                + FakeIntake.NOW + "\",\"sender\":\"acme\",\"senderNumber\":\"FIX-1\",\"packageDigest\":\"sha-256:"
                + Sha256.of(new byte[1]).hex() + "\",\"attachments\":[],\"filings\":[{\"filing\":\"" + key
                + "\",\"procedure\":\"12\",\"destination\":\"hello-work\",\"corrects\":\"" + corrects
                + "\"}],\"revocation\":\"not-checked\"}";
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return ("eyJhbGciOiJFUzI1NiJ9." + encoded + ".c2ln").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Answer withdraw(PartnerId sender, FilingKey filing, String reason) {
        Optional<ApplicationView> application = applications.find(sender, filing.application());
        if (application.isEmpty() || filing.sequence() > 2) {
            return new Answer.NoSuchFiling();
        }
        this.reason = reason;
        if (reason.contains("遅い")) {
            return new Answer.Conflict(new Fault("INTAKE-015", "", "It was decided.", "審査が終了しています。"));
        }
        if (filing.sequence() == 2) {
            return new Answer.Withdrawn();
        }
        return new Answer.WithdrawalAsked(new FilingKey(filing.application(), 4));
    }

    private void add(ApplicationView application, FilingKey key, FilingKey earlier, FilingPurpose purpose) {
        FilingView first = application.filings().get(earlier.sequence() - 1);
        List<FilingView> filings = new ArrayList<>(application.filings());
        filings.add(new FilingView(
                key,
                first.procedure(),
                first.destination(),
                FilingState.READY,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                purpose,
                Optional.of(earlier)));
        applications.rows.set(
                applications.rows.indexOf(application),
                new ApplicationView(
                        application.number(),
                        application.sender(),
                        application.senderNumber(),
                        application.arrived(),
                        filings));
    }

    @Override
    public List<Asked> asked(ArrivalNumber application) {
        return List.of(new Asked(new FilingKey(application, 1), 1, FakeIntake.NOW, REQUEST));
    }

    @Override
    public Optional<Asked> lastAsked(FilingKey filing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CaseKeyId> caseKey(ArrivalNumber application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CorrectionAdmission> findBySenderNumber(
            FilingKey filing, SenderNumber number, Sha256 packageDigest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> receipt(FilingKey correction) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CorrectionAdmission correct(NewCorrection correction) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Withdrawal> withdraw(FilingKey filing, String reason) {
        throw new UnsupportedOperationException();
    }
}
