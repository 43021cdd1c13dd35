package io.renkei.fanout.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.ports.bus.Pointer;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.StateUnavailable;
import java.lang.reflect.Proxy;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FanOutTest {

    private static final Pointer POINTER = new Pointer(1, "200001010000000004");

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void aPointerOutlivesAnOutageOfTheDatabase() throws Exception {
        FanOut fanOut = new FanOut(releasing(number -> {
            if (calls.incrementAndGet() <= 3) {
                throw new StateUnavailable("the database is away", null);
            }
            return OptionalInt.of(5);
        }));
        fanOut.handle(POINTER);
        assertEquals(4, calls.get());
    }

    @Test
    void aPointerGoesBackWhenTheGatewayStopsDuringAnOutage() {
        FanOut fanOut = new FanOut(releasing(number -> {
            throw new StateUnavailable("the database is away", null);
        }));
        fanOut.closing();
        assertThrows(StateUnavailable.class, () -> fanOut.handle(POINTER));
    }

    @Test
    void aPointerToNothingIsADefect() {
        FanOut fanOut = new FanOut(releasing(number -> OptionalInt.empty()));
        assertThrows(IllegalStateException.class, () -> fanOut.handle(POINTER));
    }

    private static FilingStore releasing(Function<ArrivalNumber, OptionalInt> release) {
        return (FilingStore) Proxy.newProxyInstance(
                FanOutTest.class.getClassLoader(), new Class<?>[] {FilingStore.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("release")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return release.apply((ArrivalNumber) arguments[0]);
                });
    }
}
