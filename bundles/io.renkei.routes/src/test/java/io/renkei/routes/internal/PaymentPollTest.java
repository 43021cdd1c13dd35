package io.renkei.routes.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.spi.PaymentReader;
import io.renkei.api.spi.StatusReader;
import io.renkei.ports.payments.PaymentFilter;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.payments.PaymentWord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PaymentPollTest {

    private static final LocalDate DUE = LocalDate.of(2999, 12, 31);

    private final Gateway gateway = new Gateway();
    private final Ministry ministry = new Ministry();

    @AfterEach
    void close() {
        gateway.close();
    }

    /** Wants what a test says. */
    private static final class Ministry extends ToyConnector implements StatusReader, PaymentReader {

        final Map<FilingKey, Payment> wanted = new ConcurrentHashMap<>();
        final List<FilingEvent> history = new CopyOnWriteArrayList<>();

        @Override
        public List<Status> statuses(List<Open> filings) {
            return filings.stream()
                    .map(open -> new Status(open.filing(), List.copyOf(history), List.of(), "審査中", ""))
                    .toList();
        }

        @Override
        public List<Payment> payments(List<Open> filings) {
            return filings.stream()
                    .map(open -> wanted.get(open.filing()))
                    .filter(payment -> payment != null)
                    .toList();
        }

        void wants(FilingKey filing, long yen, Standing standing, Optional<LocalDate> paidOn) {
            wants(filing, yen, standing, "", paidOn);
        }

        void wants(FilingKey filing, long yen, Standing standing, String raw, Optional<LocalDate> paidOn) {
            wanted.put(
                    filing,
                    new Payment(
                            filing,
                            "P" + filing,
                            "ﾃｽｳﾘﾖｳ",
                            yen,
                            "00100",
                            "1234567890123456",
                            "123456",
                            "",
                            DUE,
                            standing,
                            raw,
                            paidOn));
        }
    }

    private FilingKey filing(FilingState state) {
        FilingKey filing = gateway.filing(state);
        gateway.payments.know(filing, ToyConnector.HELLO_WORK, Gateway.ACME);
        return filing;
    }

    private List<PaymentState> states(FilingKey filing) {
        PaymentFilter filter = new PaymentFilter(Optional.of(filing), Optional.empty());
        return gateway.payments.list(Gateway.ACME, filter, Optional.empty(), 10).stream()
                .map(PaymentView::state)
                .toList();
    }

    private void become(FilingKey filing, PaymentState state) {
        await().until(() -> states(filing).equals(List.of(state)));
    }

    @Test
    void whatIsWantedIsAskedForOnceAndFollowedAlsoAfterTheProcedureWasClosed() {
        FilingKey filing = filing(FilingState.TRANSMITTED);
        ministry.wants(filing, 1_500, PaymentReader.Standing.WAITING, Optional.empty());
        ministry.history.addAll(List.of(
                FilingEvent.ARRIVAL_CONFIRMED,
                FilingEvent.EXAMINATION_STARTED,
                FilingEvent.DECISION_MADE,
                FilingEvent.PROCEDURE_CLOSED));
        gateway.add(ministry);
        become(filing, PaymentState.WAITING);
        await().until(() -> gateway.stateOf(filing) == FilingState.CLOSED);

        ministry.wants(filing, 1_500, PaymentReader.Standing.PAID, Optional.of(LocalDate.of(2026, 11, 1)));
        become(filing, PaymentState.PAID);
        PaymentFilter all = PaymentFilter.ALL;
        assertEquals(
                Optional.of(LocalDate.of(2026, 11, 1)),
                gateway.payments
                        .list(Gateway.ACME, all, Optional.empty(), 10)
                        .get(0)
                        .paidOn());
    }

    @Test
    void whatTheDestinationTakesBackIsCancelled() {
        FilingKey filing = filing(FilingState.TRANSMITTED);
        ministry.wants(filing, 1_500, PaymentReader.Standing.CANCELLED, Optional.empty());
        gateway.add(ministry);
        become(filing, PaymentState.CANCELLED);
    }

    @Test
    void aWordThatIsNotKnownIsKeptAndChangesNothingUntilAKnownOneComes() {
        FilingKey taken = filing(FilingState.TRANSMITTED);
        FilingKey fresh = filing(FilingState.TRANSMITTED);
        ministry.wants(taken, 1_500, PaymentReader.Standing.WAITING, Optional.empty());
        ministry.wants(fresh, 1_500, PaymentReader.Standing.UNKNOWN, "返金\u0000済み", Optional.empty());
        ministry.history.addAll(List.of(
                FilingEvent.ARRIVAL_CONFIRMED,
                FilingEvent.EXAMINATION_STARTED,
                FilingEvent.DECISION_MADE,
                FilingEvent.PROCEDURE_CLOSED));
        gateway.add(ministry);
        await().until(() -> gateway.stateOf(fresh) == FilingState.CLOSED);
        become(taken, PaymentState.WAITING);
        await().until(() -> words().equals(Map.of(fresh, "返金済み")));
        assertEquals(List.of(), states(fresh), "what may be paid back already is not shown as to be paid");

        ministry.wants(taken, 1_500, PaymentReader.Standing.UNKNOWN, "確認中", Optional.empty());
        await().until(() -> words().equals(Map.of(fresh, "返金済み", taken, "確認中")));
        assertEquals(List.of(PaymentState.WAITING), states(taken));

        ministry.wants(taken, 1_500, PaymentReader.Standing.PAID, Optional.empty());
        ministry.wants(fresh, 1_500, PaymentReader.Standing.WAITING, Optional.empty());
        become(taken, PaymentState.PAID);
        become(fresh, PaymentState.WAITING);
        await().until(() -> words().isEmpty());
    }

    private Map<FilingKey, String> words() {
        return gateway.words.list(10).stream().collect(Collectors.toMap(PaymentWord::filing, PaymentWord::word));
    }

    @Test
    void oneThatCannotBeAPaymentHoldsUpNoOtherAndAChangedOneStaysAsItWas() {
        FilingKey odd = filing(FilingState.TRANSMITTED);
        FilingKey good = filing(FilingState.TRANSMITTED);
        ministry.wants(odd, 0, PaymentReader.Standing.WAITING, Optional.empty());
        ministry.wants(good, 1_500, PaymentReader.Standing.WAITING, Optional.empty());
        gateway.add(ministry);
        become(good, PaymentState.WAITING);
        assertEquals(List.of(), states(odd));

        ministry.wants(good, 9_999, PaymentReader.Standing.PAID, Optional.empty());
        ministry.wants(odd, 1, PaymentReader.Standing.WAITING, Optional.empty());
        become(odd, PaymentState.WAITING);
        become(good, PaymentState.WAITING);
    }
}
