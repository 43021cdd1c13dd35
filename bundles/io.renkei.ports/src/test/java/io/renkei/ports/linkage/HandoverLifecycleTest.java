package io.renkei.ports.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every event. */
class HandoverLifecycleTest {

    /** What is legal; every other pair changes nothing. */
    private static final Map<HandoverState, Map<HandoverEvent, HandoverState>> LEGAL = Map.of(
            HandoverState.ASKED,
            Map.of(
                    HandoverEvent.CONSENTED, HandoverState.COLLECTING,
                    HandoverEvent.REFUSED, HandoverState.REFUSED,
                    HandoverEvent.TIME_OVER, HandoverState.EXPIRED),
            HandoverState.COLLECTING,
            Map.of(
                    HandoverEvent.COLLECTED, HandoverState.REVIEW,
                    HandoverEvent.REFUSED, HandoverState.REFUSED,
                    HandoverEvent.TIME_OVER, HandoverState.EXPIRED,
                    HandoverEvent.REVOKED, HandoverState.REVOKED),
            HandoverState.REVIEW,
            Map.of(
                    HandoverEvent.CHOSEN, HandoverState.RELEASED,
                    HandoverEvent.REFUSED, HandoverState.REFUSED,
                    HandoverEvent.TIME_OVER, HandoverState.EXPIRED,
                    HandoverEvent.REVOKED, HandoverState.REVOKED),
            HandoverState.RELEASED,
            Map.of(
                    HandoverEvent.FETCHED, HandoverState.FETCHED,
                    HandoverEvent.TIME_OVER, HandoverState.EXPIRED,
                    HandoverEvent.REVOKED, HandoverState.REVOKED),
            HandoverState.FETCHED,
            Map.of(
                    HandoverEvent.FETCHED, HandoverState.FETCHED,
                    HandoverEvent.TIME_OVER, HandoverState.FETCHED,
                    HandoverEvent.REVOKED, HandoverState.REVOKED),
            HandoverState.REFUSED,
            Map.of(),
            HandoverState.EXPIRED,
            Map.of(),
            HandoverState.REVOKED,
            Map.of());

    static Stream<Arguments> pairs() {
        return EnumSet.allOf(HandoverState.class).stream()
                .flatMap(state -> Stream.of(HandoverEvent.values()).map(event -> Arguments.of(state, event)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aPairLeadsWhereTheTableSays(HandoverState state, HandoverEvent event) {
        assertEquals(
                Optional.ofNullable(LEGAL.get(state).get(event)),
                HandoverLifecycle.next(state, event),
                state + " " + event);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void dataReachesASiteOnlyThroughConsentCollectionAndChoice(HandoverState state, HandoverEvent event) {
        Map<HandoverEvent, Set<HandoverState>> onlyFrom = Map.of(
                HandoverEvent.COLLECTED, Set.of(HandoverState.COLLECTING),
                HandoverEvent.CHOSEN, Set.of(HandoverState.REVIEW),
                HandoverEvent.FETCHED, Set.of(HandoverState.RELEASED, HandoverState.FETCHED));
        boolean towardsTheSite = onlyFrom.containsKey(event);
        if (towardsTheSite && !onlyFrom.get(event).contains(state)) {
            assertEquals(Optional.empty(), HandoverLifecycle.next(state, event));
        }
    }
}
