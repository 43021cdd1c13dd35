package io.renkei.door.rest.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.intake.Fault;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.intake.SubmitApplication.Answer.Accepted;
import io.renkei.ports.intake.SubmitApplication.Answer.NumberReused;
import io.renkei.ports.intake.SubmitApplication.Answer.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Submits and checks packages. */
final class Submissions {

    private static final Set<String> TYPES = Set.of(MediaTypes.XML, MediaTypes.ZIP, MediaTypes.JSON);

    private final Supplier<SubmitApplication> intake;

    Submissions(Supplier<SubmitApplication> intake) {
        this.intake = intake;
    }

    /** A package within JSON, for callers that speak nothing else. */
    private record JsonPackage(
            @JsonProperty("package") @JsonDeserialize(using = Base64Text.class)
            byte[] content) {}

    Answer submit(Call call) throws RefusedCall, IOException {
        Optional<SenderNumber> number = number(call);
        SubmitApplication.Answer answer = intake.get().submit(call.partner(), number, content(call));
        if (answer instanceof Accepted accepted) {
            return accepted(call, accepted);
        }
        if (answer instanceof Refused refused) {
            return new Problem(422, refused.faults()).answer(call.language());
        }
        if (answer instanceof NumberReused reused) {
            return new Problem(409, List.<Fault>of(reused.fault())).answer(call.language());
        }
        throw new RefusedCall(RestCode.BODY_TOO_LARGE);
    }

    Answer check(Call call) throws RefusedCall, IOException {
        return Answer.json(200, Views.report(intake.get().check(content(call))));
    }

    private static Answer accepted(Call call, Accepted accepted) {
        return receipt(call, accepted.number(), accepted.receipt(), accepted.repeated())
                .with("Location", "/v1/applications/" + accepted.number().digits());
    }

    /** The signed receipt, as JSON for who asks for that. */
    static Answer receipt(Call call, ArrivalNumber number, byte[] receipt, boolean repeated) {
        int status = repeated ? 200 : 201;
        return MediaTypes.wantsJson(call.headers())
                ? Answer.json(
                        status,
                        Json.object()
                                .with("number", number.digits())
                                .with("receipt", new String(receipt, StandardCharsets.US_ASCII))
                                .with("repeated", repeated))
                : Answer.bytes(status, MediaTypes.JOSE, receipt);
    }

    static Optional<SenderNumber> number(Call call) throws RefusedCall {
        String header = call.headers().get(Headers.IDEMPOTENCY_KEY);
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SenderNumber(header));
        } catch (IllegalArgumentException e) {
            throw new RefusedCall(RestCode.SENDER_NUMBER, "header " + Headers.IDEMPOTENCY_KEY);
        }
    }

    static InputStream content(Call call) throws RefusedCall, IOException {
        if (!MediaTypes.JSON.equals(MediaTypes.require(call.headers(), TYPES))) {
            return call.body();
        }
        byte[] content = StrictJson.read(call.body(), JsonPackage.class).content();
        if (content.length == 0) {
            throw new RefusedCall(RestCode.BODY_EMPTY, "member package");
        }
        return new ByteArrayInputStream(content);
    }
}
