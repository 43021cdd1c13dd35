package io.renkei.partners.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.access.Partners.Entry;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoundsTest {

    private static final Path NO_FILE = Path.of("none.pem");
    private static final OptionalLong EMPTY_BODY = OptionalLong.of(0);

    private final AtomicLong nanos = new AtomicLong();
    private final Bounds bounds = new Bounds(new GatewayLimits(3, 1000, 100), nanos::get);
    private final PartnerSettings acme = Settings.of("acme", NO_FILE, new Limits(2, 100, 600));
    private final PartnerSettings beta = Settings.of("beta", NO_FILE, new Limits(2, 100, 600));

    @Test
    void aPartnerPastItsOwnRequestsIsToldThatItIsItsOwnBound() {
        Entry.Place first = place(bounds.enter(acme, EMPTY_BODY));
        place(bounds.enter(acme, EMPTY_BODY));

        Entry.Full full = assertInstanceOf(Entry.Full.class, bounds.enter(acme, EMPTY_BODY));
        assertTrue(full.ofCaller());
        assertTrue(full.retryAfterSeconds() >= 1);

        first.close();
        place(bounds.enter(acme, EMPTY_BODY));
    }

    @Test
    void aBusyPartnerLeavesRoomForAnother() {
        place(bounds.enter(acme, EMPTY_BODY));
        place(bounds.enter(acme, EMPTY_BODY));

        place(bounds.enter(beta, EMPTY_BODY));
        Entry.Full full = assertInstanceOf(Entry.Full.class, bounds.enter(beta, EMPTY_BODY));
        assertFalse(full.ofCaller(), "now the gateway is full");
    }

    @Test
    void bytesUnderWayAreBoundedForThePartnerAndForAll() {
        place(bounds.enter(acme, OptionalLong.of(600)));
        assertTrue(assertInstanceOf(Entry.Full.class, bounds.enter(acme, OptionalLong.of(1)))
                .ofCaller());
        assertFalse(assertInstanceOf(Entry.Full.class, bounds.enter(beta, OptionalLong.of(401)))
                .ofCaller());
        place(bounds.enter(beta, OptionalLong.of(400)));
    }

    @Test
    void aBodyThatNeverFitsIsTooLargeAndNotAskedToComeAgain() {
        assertEquals(new Entry.TooLarge(600), bounds.enter(acme, OptionalLong.of(601)));
    }

    @Test
    void aBodyOfUnknownLengthTakesRoomAsItArrives() {
        Entry.Place place = place(bounds.enter(acme, OptionalLong.empty()));

        assertTrue(place.roomFor(100), "held from its start");
        assertTrue(place.roomFor(600));
        assertFalse(place.roomFor(601));
        assertInstanceOf(Entry.Full.class, bounds.enter(acme, OptionalLong.of(1)));

        place.close();
        place.close();
        place(bounds.enter(acme, OptionalLong.of(600)));
    }

    @Test
    void aSecondsWorthMayComeAtOnceAndThenAtTheRate() {
        PartnerSettings slow = Settings.of("acme", NO_FILE, new Limits(2, 2, 600));
        place(bounds.enter(slow, EMPTY_BODY)).close();
        place(bounds.enter(slow, EMPTY_BODY)).close();
        assertInstanceOf(Entry.Full.class, bounds.enter(slow, EMPTY_BODY));

        nanos.addAndGet(500_000_000L);
        place(bounds.enter(slow, EMPTY_BODY)).close();
        assertInstanceOf(Entry.Full.class, bounds.enter(slow, EMPTY_BODY));
    }

    @Test
    void countsStayRightWhenTheLimitsChange() {
        Entry.Place held = place(bounds.enter(acme, OptionalLong.of(500)));
        bounds.limit(new GatewayLimits(1, 1000, 100));
        assertInstanceOf(Entry.Full.class, bounds.enter(beta, EMPTY_BODY));

        held.close();
        place(bounds.enter(beta, EMPTY_BODY));
    }

    private static Entry.Place place(Entry entry) {
        return assertInstanceOf(Entry.Place.class, entry);
    }
}
