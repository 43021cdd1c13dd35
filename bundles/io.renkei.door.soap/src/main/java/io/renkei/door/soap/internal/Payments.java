package io.renkei.door.soap.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.door.soap.internal.applications.ListPaymentsResponse;
import io.renkei.door.soap.internal.applications.PaymentQuestion;
import io.renkei.door.soap.internal.applications.ShowPaymentResponse;
import io.renkei.ports.payments.PaymentFilter;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentView;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is to be paid for a partner's own filings. Another's answers like an unknown one. */
final class Payments {

    private final Ports ports;

    Payments(Ports ports) {
        this.ports = ports;
    }

    ListPaymentsResponse list(SoapCall call, PaymentQuestion question) {
        PaymentStore store = ports.payments();
        Optional<PaymentId> before = Optional.ofNullable(question.getCursor())
                .map(cursor -> PaymentId.parse(Cursor.id(cursor))
                        .filter(id -> store.find(call.partner(), id).isPresent())
                        .orElseThrow(Cursor::refused));
        int limit = Views.limit(question);
        List<PaymentView> found = store.list(call.partner(), filter(question), before, limit);
        ListPaymentsResponse response = new ListPaymentsResponse();
        for (PaymentView payment : found) {
            response.getPayment().add(Views.payment(payment, ports.catalogue()));
        }
        if (found.size() == limit) {
            response.setNext(Cursor.of(found.get(limit - 1).id()));
        }
        return response;
    }

    ShowPaymentResponse show(SoapCall call, String id) {
        PaymentView payment = PaymentId.parse(id)
                .flatMap(known -> ports.payments().find(call.partner(), known))
                .orElseThrow(() -> Refusal.of(SoapCode.NO_SUCH_PAYMENT, "element id"));
        ShowPaymentResponse response = new ShowPaymentResponse();
        response.setPayment(Views.payment(payment, ports.catalogue()));
        return response;
    }

    /** The schema was checked before; the check digit of a filing's key was not. */
    private static PaymentFilter filter(PaymentQuestion question) {
        try {
            return new PaymentFilter(
                    Optional.ofNullable(question.getFiling()).map(FilingKey::parse),
                    Optional.ofNullable(question.getState())
                            .map(state -> PaymentState.valueOf(state.value().toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.of(SoapCode.PAYMENT_QUESTION, "element filing");
        }
    }
}
