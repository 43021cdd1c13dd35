package io.renkei.door.rest.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.payments.RequestPayment.Reported;
import io.renkei.ports.payments.RequestPayment.Taken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;

/** Takes a ministry's payment requests, and its word of what became of them. */
final class MinistryPayments {

    private final Ports ports;

    MinistryPayments(Ports ports) {
        this.ports = ports;
    }

    /** Names as in e-Gov 電子申請API v2 where it has them; what is not said is empty text. */
    private record JsonPayment(
            @JsonProperty("filing") String filing,
            @JsonProperty("title") String title,
            @JsonProperty("title_en") String titleEn,
            @JsonProperty("amount") long amount,
            @JsonProperty("facility_number") String facilityNumber,
            @JsonProperty("pay_number") String payNumber,
            @JsonProperty("confirm_number") String confirmNumber,
            @JsonProperty("pay_category") String payCategory,
            @JsonProperty("due") String due,
            @JsonProperty("link") String link) {

        PaymentRequest read() throws RefusedCall {
            FilingKey key = part("filing", () -> FilingKey.parse(filing));
            LocalDate day = part("due", () -> LocalDate.parse(due));
            PayEasyNumber payEasy = part(
                    "facility_number, pay_number, confirm_number, pay_category",
                    () -> new PayEasyNumber(facilityNumber, payNumber, confirmNumber, payCategory));
            PaymentDetails details = part(
                    "title, title_en, amount, link", () -> new PaymentDetails(title, titleEn, amount, payEasy, link));
            return part("due", () -> new PaymentRequest(key, day, details));
        }

        private static <T> T part(String place, Supplier<T> form) throws RefusedCall {
            try {
                return form.get();
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new RefusedCall(RestCode.PAYMENT, place);
            }
        }

        @Override
        public String toString() {
            return "JsonPayment";
        }
    }

    private record JsonPaid(@JsonProperty("paid_on") String paidOn) {

        LocalDate read() throws RefusedCall {
            try {
                return LocalDate.parse(paidOn);
            } catch (DateTimeException e) {
                throw dayRefused();
            }
        }
    }

    Answer request(Call call) throws RefusedCall, IOException {
        DestinationId from = call.ownDestination();
        MediaTypes.require(call.headers(), Set.of(MediaTypes.JSON));
        SenderNumber number = Submissions.number(call)
                .orElseThrow(() -> new RefusedCall(RestCode.SENDER_NUMBER, "header " + Headers.IDEMPOTENCY_KEY));
        PaymentRequest what = StrictJson.read(call.body(), JsonPayment.class).read();
        Taken taken = ports.requestPayment().request(from, number, what);
        if (taken instanceof Taken.Kept kept) {
            return answer(kept.repeated() ? 200 : 201, kept.payment(), kept.repeated())
                    .with(
                            "Location",
                            "/v1/ministry/" + from + "/payments/"
                                    + kept.payment().id());
        }
        throw refused(taken);
    }

    private static RefusedCall refused(Taken taken) {
        if (taken instanceof Taken.NumberReused) {
            return new RefusedCall(RestCode.PAYMENT_NUMBER_REUSED, "header " + Headers.IDEMPOTENCY_KEY);
        }
        return taken instanceof Taken.LinkNotListed
                ? new RefusedCall(RestCode.PAYMENT_LINK, "link")
                : new RefusedCall(RestCode.NOT_ITS_FILING, "filing");
    }

    Answer show(Call call) throws RefusedCall {
        DestinationId from = call.ownDestination();
        PaymentView payment = PaymentId.parse(call.open().get("id"))
                .flatMap(id -> ports.payments().find(from, id))
                .orElseThrow(Payments::unknown);
        return Answer.json(200, Payments.view(payment, ports.catalogue()));
    }

    Answer paid(Call call) throws RefusedCall, IOException {
        DestinationId from = call.ownDestination();
        PaymentId id = id(call);
        MediaTypes.require(call.headers(), Set.of(MediaTypes.JSON));
        LocalDate on = StrictJson.read(call.body(), JsonPaid.class).read();
        return answer(ports.requestPayment().paid(from, id, on));
    }

    Answer cancelled(Call call) throws RefusedCall {
        DestinationId from = call.ownDestination();
        return answer(ports.requestPayment().cancelled(from, id(call)));
    }

    private static Answer answer(Reported reported) throws RefusedCall {
        if (reported instanceof Reported.Counts counts) {
            return answer(200, counts.payment(), counts.repeated());
        }
        if (reported instanceof Reported.Ended) {
            throw new RefusedCall(RestCode.PAYMENT_ENDED, "path id");
        }
        throw reported instanceof Reported.DayToCome ? dayRefused() : Payments.unknown();
    }

    private static Answer answer(int status, PaymentView payment, boolean repeated) {
        return Answer.json(
                status,
                Json.object()
                        .with("id", payment.id().toString())
                        .with("state", Payments.state(payment))
                        .with("paid_on", payment.paidOn())
                        .with("repeated", repeated));
    }

    private static RefusedCall dayRefused() {
        return new RefusedCall(RestCode.PAID_ON, "paid_on");
    }

    private static PaymentId id(Call call) throws RefusedCall {
        return PaymentId.parse(call.open().get("id")).orElseThrow(Payments::unknown);
    }
}
