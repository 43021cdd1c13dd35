package io.renkei.door.rest.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.CorrectFiling.Answer.Accepted;
import io.renkei.ports.intake.CorrectFiling.Answer.Conflict;
import io.renkei.ports.intake.CorrectFiling.Answer.NoSuchFiling;
import io.renkei.ports.intake.CorrectFiling.Answer.Refused;
import io.renkei.ports.intake.CorrectFiling.Answer.TooLarge;
import io.renkei.ports.intake.CorrectFiling.Answer.WithdrawalAsked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Corrects and withdraws one filing. */
final class FollowUps {

    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,4}");

    private final Supplier<CorrectFiling> intake;

    FollowUps(Supplier<CorrectFiling> intake) {
        this.intake = intake;
    }

    private record JsonReason(@JsonProperty("reason") String reason) {

        @Override
        public String toString() {
            return "JsonReason";
        }
    }

    Answer correct(Call call) throws RefusedCall, IOException {
        FilingKey filing = filing(call);
        CorrectFiling.Answer answer =
                intake.get().correct(call.partner(), filing, Submissions.number(call), Submissions.content(call));
        if (answer instanceof Accepted accepted) {
            int status = accepted.repeated() ? 200 : 201;
            Answer good = MediaTypes.wantsJson(call.headers())
                    ? Answer.json(
                            status,
                            Json.object()
                                    .with("number", filing.application().digits())
                                    .with("filing", accepted.filing().toString())
                                    .with("receipt", new String(accepted.receipt(), StandardCharsets.US_ASCII))
                                    .with("repeated", accepted.repeated()))
                    : Answer.bytes(status, MediaTypes.JOSE, accepted.receipt());
            return good.with("Location", location(filing));
        }
        return refused(call, answer);
    }

    Answer withdraw(Call call) throws RefusedCall, IOException {
        FilingKey filing = filing(call);
        CorrectFiling.Answer answer = intake.get().withdraw(call.partner(), filing, reason(call));
        if (answer instanceof WithdrawalAsked asked) {
            return Answer.json(
                            202,
                            Json.object()
                                    .with("filing", filing.toString())
                                    .with("withdrawn", false)
                                    .with("withdrawal", asked.withdrawal().toString()))
                    .with("Location", location(filing));
        }
        if (answer instanceof CorrectFiling.Answer.Withdrawn) {
            return Answer.json(
                            200, Json.object().with("filing", filing.toString()).with("withdrawn", true))
                    .with("Location", location(filing));
        }
        return refused(call, answer);
    }

    private static Answer refused(Call call, CorrectFiling.Answer answer) throws RefusedCall {
        if (answer instanceof Refused refused) {
            return new Problem(422, refused.faults()).answer(call.language());
        }
        if (answer instanceof Conflict conflict) {
            return new Problem(409, List.of(conflict.fault())).answer(call.language());
        }
        if (answer instanceof NoSuchFiling) {
            throw unknown();
        }
        if (answer instanceof TooLarge) {
            throw new RefusedCall(RestCode.BODY_TOO_LARGE);
        }
        throw new IllegalStateException("intake answered what was not asked");
    }

    private static String reason(Call call) throws RefusedCall, IOException {
        if (!call.hasBody()) {
            return "";
        }
        MediaTypes.require(call.headers(), Set.of(MediaTypes.JSON));
        return StrictJson.read(call.body(), JsonReason.class).reason();
    }

    private static FilingKey filing(Call call) throws RefusedCall {
        String sequence = call.open().get("sequence");
        if (!SEQUENCE.matcher(sequence).matches()) {
            throw unknown();
        }
        try {
            return new FilingKey(new ArrivalNumber(call.open().get("number")), Integer.parseInt(sequence));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown();
        }
    }

    private static RefusedCall unknown() {
        return new RefusedCall(RestCode.NO_SUCH_FILING, "path sequence");
    }

    private static String location(FilingKey filing) {
        return "/v1/applications/" + filing.application().digits();
    }
}
