package io.renkei.door.soap.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.SenderNumber;
import io.renkei.door.soap.internal.applications.Correct;
import io.renkei.door.soap.internal.applications.CorrectResponse;
import io.renkei.door.soap.internal.applications.Withdraw;
import io.renkei.door.soap.internal.applications.WithdrawResponse;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.CorrectFiling.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Corrects and withdraws one filing. */
final class FollowUps {

    private final Supplier<CorrectFiling> intake;
    private final ReceiptDocuments receipts;

    FollowUps(Supplier<CorrectFiling> intake, ReceiptDocuments receipts) {
        this.intake = intake;
        this.receipts = receipts;
    }

    CorrectResponse correct(SoapCall call, Correct message) {
        Optional<SenderNumber> number =
                Optional.ofNullable(message.getSenderNumber()).map(SenderNumber::new);
        Answer answer;
        try {
            answer = intake.get()
                    .correct(
                            call.partner(),
                            filing(message.getFiling()),
                            number,
                            new ByteArrayInputStream(message.getPackage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (answer instanceof Answer.Accepted accepted) {
            CorrectResponse response = new CorrectResponse();
            response.setFiling(accepted.filing().toString());
            response.setRepeated(accepted.repeated());
            response.setReceipt(receipts.of(accepted.receipt()));
            response.setJws(new String(accepted.receipt(), StandardCharsets.US_ASCII));
            return response;
        }
        throw refusal(answer);
    }

    WithdrawResponse withdraw(SoapCall call, Withdraw message) {
        FilingKey filing = filing(message.getFiling());
        String reason = message.getReason() == null ? "" : message.getReason();
        Answer answer = intake.get().withdraw(call.partner(), filing, reason);
        WithdrawResponse response = new WithdrawResponse();
        response.setFiling(filing.toString());
        if (answer instanceof Answer.Withdrawn) {
            response.setWithdrawn(true);
            return response;
        }
        if (answer instanceof Answer.WithdrawalAsked asked) {
            response.setWithdrawal(asked.withdrawal().toString());
            return response;
        }
        throw refusal(answer);
    }

    private static Refusal refusal(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return Refusal.of(refused.faults());
        }
        if (answer instanceof Answer.Conflict conflict) {
            return Refusal.of(List.of(conflict.fault()));
        }
        if (answer instanceof Answer.NoSuchFiling) {
            return unknown();
        }
        if (answer instanceof Answer.TooLarge) {
            return Refusal.of(SoapCode.BODY_TOO_LARGE, "element package");
        }
        throw new IllegalStateException("intake answered what was not asked");
    }

    private static FilingKey filing(String text) {
        try {
            return FilingKey.parse(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.of(SoapCode.NO_SUCH_FILING, "element filing");
    }
}
