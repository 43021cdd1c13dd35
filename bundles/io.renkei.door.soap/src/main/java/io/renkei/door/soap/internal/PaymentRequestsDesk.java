package io.renkei.door.soap.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.SenderNumber;
import io.renkei.door.soap.internal.payments.Answer;
import io.renkei.door.soap.internal.payments.OfRequest;
import io.renkei.door.soap.internal.payments.PaymentRequestsPort;
import io.renkei.door.soap.internal.payments.ReportPaid;
import io.renkei.door.soap.internal.payments.RequestPayment;
import io.renkei.door.soap.internal.payments.ShowPaymentResponse;
import io.renkei.door.soap.internal.payments.Standing;
import io.renkei.door.soap.internal.payments.State;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.payments.RequestPayment.Reported;
import io.renkei.ports.payments.RequestPayment.Taken;
import java.time.DateTimeException;
import java.util.Objects;
import java.util.function.Supplier;

/** Takes a ministry's payment requests, and its word of what became of them. */
final class PaymentRequestsDesk implements PaymentRequestsPort {

    private final Ports ports;

    PaymentRequestsDesk(Ports ports) {
        this.ports = ports;
    }

    @Override
    public Answer requestPayment(RequestPayment message) {
        DestinationId from = Desk.beginFor("requestPayment", message.getDestination());
        Taken taken = ports.requestPayment().request(from, new SenderNumber(message.getNumber()), read(message));
        if (taken instanceof Taken.Kept kept) {
            return answer(kept.payment(), kept.repeated());
        }
        throw refused(taken);
    }

    private static Refusal refused(Taken taken) {
        if (taken instanceof Taken.NumberReused) {
            return Refusal.of(SoapCode.PAYMENT_NUMBER_REUSED, "element number");
        }
        return taken instanceof Taken.LinkNotListed
                ? Refusal.of(SoapCode.PAYMENT_LINK, "element link")
                : Refusal.of(SoapCode.NOT_ITS_FILING, "element filing");
    }

    @Override
    public Answer reportPaid(ReportPaid message) {
        DestinationId from = Desk.beginFor("reportPaid", message.getDestination());
        return answer(ports.requestPayment().paid(from, id(message), Views.day(message.getPaidOn())));
    }

    @Override
    public Answer cancelPayment(OfRequest message) {
        DestinationId from = Desk.beginFor("cancelPayment", message.getDestination());
        return answer(ports.requestPayment().cancelled(from, id(message)));
    }

    @Override
    public ShowPaymentResponse showPayment(OfRequest message) {
        DestinationId from = Desk.beginFor("showPayment", message.getDestination());
        PaymentView payment = ports.payments().find(from, id(message)).orElseThrow(PaymentRequestsDesk::unknown);
        ShowPaymentResponse response = standing(new ShowPaymentResponse(), payment);
        response.setNumber(payment.number().value());
        response.setFiling(payment.filing().toString());
        response.setDue(Views.day(payment.due()));
        response.setRequested(Views.at(payment.requested()));
        response.setChanged(Views.at(payment.changed()));
        return response;
    }

    private static Answer answer(Reported reported) {
        if (reported instanceof Reported.Counts counts) {
            return answer(counts.payment(), counts.repeated());
        }
        if (reported instanceof Reported.Ended) {
            throw Refusal.of(SoapCode.PAYMENT_ENDED, "element id");
        }
        throw reported instanceof Reported.DayToCome ? Refusal.of(SoapCode.PAID_ON, "element paidOn") : unknown();
    }

    private static Answer answer(PaymentView payment, boolean repeated) {
        Answer answer = standing(new Answer(), payment);
        answer.setRepeated(repeated);
        return answer;
    }

    private static <T extends Standing> T standing(T answer, PaymentView payment) {
        State state = new State();
        state.setCode(payment.state().name());
        state.setJapanese(payment.state().japanese());
        answer.setId(payment.id().toString());
        answer.setState(state);
        payment.paidOn().map(Views::day).ifPresent(answer::setPaidOn);
        return answer;
    }

    /** The schema was checked before; what it cannot say was not. */
    private static PaymentRequest read(RequestPayment message) {
        FilingKey filing = part("filing", () -> FilingKey.parse(message.getFiling()));
        PayEasyNumber payEasy = part(
                "payNumber",
                () -> new PayEasyNumber(
                        message.getFacilityNumber(),
                        message.getPayNumber(),
                        message.getConfirmNumber(),
                        Objects.requireNonNullElse(message.getPayCategory(), "")));
        PaymentDetails details = part(
                "title, titleEn, link",
                () -> new PaymentDetails(
                        message.getTitle(),
                        Objects.requireNonNullElse(message.getTitleEn(), ""),
                        message.getAmount(),
                        payEasy,
                        Objects.requireNonNullElse(message.getLink(), "")));
        return part("due", () -> new PaymentRequest(filing, Views.day(message.getDue()), details));
    }

    private static <T> T part(String element, Supplier<T> form) {
        try {
            return form.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.of(SoapCode.PAYMENT, "element " + element);
        }
    }

    private static PaymentId id(OfRequest message) {
        return PaymentId.parse(message.getId()).orElseThrow(PaymentRequestsDesk::unknown);
    }

    private static Refusal unknown() {
        return Refusal.of(SoapCode.NOT_ITS_PAYMENT, "element id");
    }
}
