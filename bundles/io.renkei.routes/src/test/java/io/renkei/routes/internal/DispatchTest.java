package io.renkei.routes.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DispatchTest {

    private final Gateway gateway = new Gateway();
    private final ToyConnector connector = new ToyConnector();

    @AfterEach
    void close() {
        gateway.close();
    }

    private FilingKey sent() {
        gateway.add(connector);
        return gateway.filing(FilingState.READY);
    }

    private void becomes(FilingKey filing, FilingState state) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> gateway.stateOf(filing) == state);
    }

    private String cause(FilingKey filing) {
        return gateway.state.view(filing).cause().orElseThrow();
    }

    @Test
    void whatTheDestinationTookIsTransmittedWithItsNumber() {
        FilingKey filing = sent();
        becomes(filing, FilingState.TRANSMITTED);
        assertEquals(
                List.of(ToyConnector.receipt(connector.tasks.get(0))),
                gateway.state.view(filing).receipts());
    }

    @Test
    void whatPassedTheFormalCheckAtOncePassesBothLevelsInOneChange() {
        connector.answer = task -> new DispatchOutcome.Acknowledged(Level.ARRIVED, List.of(ToyConnector.receipt(task)));
        FilingKey filing = sent();
        becomes(filing, FilingState.ARRIVED);
        assertEquals(
                List.of(FilingEvent.ATTEMPT_STARTED, FilingEvent.TRANSMISSION_CONFIRMED, FilingEvent.ARRIVAL_CONFIRMED),
                gateway.state.row(filing).events);
    }

    @Test
    void aRefusalByARuleIsFinalAndKeepsItsCode() {
        connector.answer = task -> new DispatchOutcome.Refused(Level.ARRIVED, "HW-101", "氏名", "氏名を確認してください。");
        FilingKey filing = sent();
        becomes(filing, FilingState.REFUSED);
        assertEquals("HW-101", cause(filing));
    }

    @Test
    void whatTheDestinationDefersComesBackWhenItIsDue() {
        connector.answer = task -> task.attempt() == 1
                ? new DispatchOutcome.Deferred(Instant.now().plusMillis(50), "HW-CLOSED")
                : ToyConnector.accept(task);
        FilingKey filing = sent();
        becomes(filing, FilingState.TRANSMITTED);
        assertEquals(2, gateway.state.view(filing).attempts());
    }

    @Test
    void aTransientFailureIsTriedAgainUntilItGoesThrough() {
        connector.answer = task -> {
            if (task.attempt() < 3) {
                throw new TransientFailure("HW-CONNECT", null);
            }
            return ToyConnector.accept(task);
        };
        FilingKey filing = sent();
        becomes(filing, FilingState.TRANSMITTED);
        assertEquals(3, gateway.state.view(filing).attempts());
    }

    @Test
    void aTransientFailureIsParkedWhenTheBudgetOfAttemptsIsSpent() {
        connector.settings = ToyConnector.settings(1, Duration.ofSeconds(5), 2);
        connector.answer = task -> {
            throw new TransientFailure("HW-CONNECT", null);
        };
        FilingKey filing = sent();
        becomes(filing, FilingState.PARKED);
        assertEquals(2, gateway.state.view(filing).attempts());
        assertEquals("HW-CONNECT", cause(filing));
    }

    @Test
    void aPermanentFailureIsParkedAtOnce() {
        connector.answer = task -> {
            throw new PermanentFailure("HW-CERTIFICATE", null);
        };
        FilingKey filing = sent();
        becomes(filing, FilingState.PARKED);
        assertEquals("HW-CERTIFICATE", cause(filing));
    }

    @Test
    void anythingElseThatIsThrownIsUnknownAndParkedWhereNobodyCanAsk() {
        connector.answer = task -> {
            throw new NoClassDefFoundError("山田太郎");
        };
        FilingKey filing = sent();
        becomes(filing, FilingState.PARKED);
        assertTrue(gateway.state.row(filing).events.contains(FilingEvent.OUTCOME_UNKNOWN));
        assertEquals("ROUTES-NO-RECONCILER", cause(filing));
        assertEquals(1, connector.tasks.size());
    }

    @Test
    void aRouteWithoutOutcomeIsUnknown() {
        connector.answer = task -> "受付しました";
        FilingKey filing = sent();
        becomes(filing, FilingState.PARKED);
        assertTrue(gateway.state.row(filing).events.contains(FilingEvent.OUTCOME_UNKNOWN));
    }

    @Test
    void aMessageInPlaceOfACodeIsNotKept() {
        connector.answer = task -> {
            throw new PermanentFailure("山田太郎 の届出", null);
        };
        FilingKey filing = sent();
        becomes(filing, FilingState.PARKED);
        assertEquals("ROUTES-NO-CODE", cause(filing));
    }

    @Test
    void anAttemptThatTakesTooLongIsUnknownAndItsThreadGetsNothingMore() throws Exception {
        connector.settings = ToyConnector.settings(1, Duration.ofSeconds(1), 5);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicReference<Throwable> late = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        connector.answer = task -> {
            try {
                new CountDownLatch(1).await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                try {
                    task.content();
                    return false;
                } catch (IllegalStateException e) {
                    late.set(e);
                    return true;
                }
            });
            over.countDown();
            return ToyConnector.accept(task);
        };
        FilingKey filing = sent();
        becomes(filing, FilingState.PARKED);
        assertTrue(gateway.state.row(filing).events.contains(FilingEvent.OUTCOME_UNKNOWN));
        assertTrue(over.await(10, TimeUnit.SECONDS));
        assertTrue(interrupted.get());
        assertEquals("the attempt is over", late.get().getMessage());
    }

    @Test
    void aPointerThatComesTwiceSendsOnce() {
        FilingKey filing = sent();
        gateway.bus.put(io.renkei.ports.bus.Lane.of(ToyConnector.HELLO_WORK), filing.toString());
        becomes(filing, FilingState.TRANSMITTED);
        await().until(() -> gateway.bus
                .queue(io.renkei.ports.bus.Lane.of(ToyConnector.HELLO_WORK))
                .isEmpty());
        assertEquals(1, connector.tasks.size());
    }

    @Test
    void anOutcomeSurvivesAnOutageOfTheDatabase() {
        connector.answer = task -> {
            gateway.state.outage = 8;
            return ToyConnector.accept(task);
        };
        FilingKey filing = sent();
        becomes(filing, FilingState.TRANSMITTED);
        assertEquals(1, connector.tasks.size());
        assertEquals(0, gateway.bus.givenBack.get());
    }

    @Test
    void anOutcomeThatCannotBeWrittenWithinTheLeaseLeavesTheFilingUnknown() {
        gateway.settings = Gateway.settings(Duration.ofMillis(100));
        connector.settings = ToyConnector.settings(1, Duration.ofSeconds(1), 5);
        connector.answer = task -> {
            gateway.state.outage = Integer.MAX_VALUE;
            return ToyConnector.accept(task);
        };
        FilingKey filing = sent();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> gateway.host.lanes().get(0).inFlight() == 0 && connector.tasks.size() == 1);
        gateway.state.outage = 0;
        becomes(filing, FilingState.PARKED);
        assertTrue(gateway.state.row(filing).events.contains(FilingEvent.OUTCOME_UNKNOWN));
    }

    @Test
    void theTaskSaysAllOfItsFilingAndOpensThePackageOnce() {
        AtomicReference<byte[]> first = new AtomicReference<>();
        connector.answer = task -> {
            first.set(task.bytes(task.parts().get(0)));
            task.bytes(task.parts().get(0));
            return ToyConnector.accept(task);
        };
        FilingKey filing = sent();
        becomes(filing, FilingState.TRANSMITTED);
        assertArrayEquals(Gateway.FILE, first.get());
        assertEquals(1, gateway.contents.opened.get());
        DispatchTask task = connector.tasks.get(0);
        assertEquals(filing, task.filing());
        assertEquals(Gateway.ACME, task.sender());
        assertEquals("egov", task.originalFormat());
        assertEquals(filing.toString(), task.toString());
    }

    @Test
    void aFileThatIsNotTheSignedOneIsNotHandedOut() {
        var parts = new PackageParts(
                gateway.contents,
                bytes -> new io.renkei.api.spi.PackageFiles() {
                    @Override
                    public List<String> names() {
                        return List.of();
                    }

                    @Override
                    public Optional<byte[]> bytes(String name) {
                        return Optional.of(new byte[] {1});
                    }

                    @Override
                    public boolean isSingleDocument() {
                        return false;
                    }
                },
                gateway.state.row(gateway.filing(FilingState.PLANNED)).matter.packageContent());
        assertThrows(java.io.IOException.class, () -> parts.bytes(Gateway.PART));
    }
}
