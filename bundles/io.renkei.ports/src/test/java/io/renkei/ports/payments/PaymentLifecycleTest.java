package io.renkei.ports.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaymentLifecycleTest {

    @Test
    void theTableIsThisAndNoMore() {
        String table = Arrays.stream(PaymentState.values())
                .flatMap(state -> Arrays.stream(PaymentEvent.values())
                        .map(event -> state + " " + event + " "
                                + PaymentLifecycle.next(state, event)
                                        .map(Enum::name)
                                        .orElse("-")))
                .collect(Collectors.joining("\n"));
        assertEquals(
                String.join(
                        "\n",
                        List.of(
                                "WAITING PAYMENT_REPORTED PAID",
                                "WAITING CANCELLATION_REPORTED CANCELLED",
                                "WAITING DUE_DAY_PASSED LAPSED",
                                "PAID PAYMENT_REPORTED -",
                                "PAID CANCELLATION_REPORTED -",
                                "PAID DUE_DAY_PASSED -",
                                "LAPSED PAYMENT_REPORTED PAID",
                                "LAPSED CANCELLATION_REPORTED -",
                                "LAPSED DUE_DAY_PASSED -",
                                "CANCELLED PAYMENT_REPORTED -",
                                "CANCELLED CANCELLATION_REPORTED -",
                                "CANCELLED DUE_DAY_PASSED -")),
                table);
    }
}
