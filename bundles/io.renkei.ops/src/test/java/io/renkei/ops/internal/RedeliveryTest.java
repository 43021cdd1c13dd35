package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ops.internal.Redelivery.Fate;
import io.renkei.ops.internal.Redelivery.Result;
import io.renkei.ops.internal.Redelivery.Selection;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedeliveryTest {

    private final Lists lists = new Lists();
    private final Redelivery redelivery = new Redelivery(lists, Clock.systemUTC());

    private static Selection all(int limit) {
        return new Selection("my-post", List.of(), Optional.empty(), true, limit);
    }

    private static List<Fate> fates(Answer answer) {
        return ((Result) answer).lines().stream().map(Redelivery.Line::fate).toList();
    }

    @Test
    void aDryRunShowsWhatIsMeantAndChangesNothing() {
        lists.giveUp(2);
        assertEquals(
                List.of(Fate.WOULD_REDELIVER, Fate.WOULD_REDELIVER), fates(redelivery.run(all(10), true, "karaf")));
        assertEquals(List.of(), lists.ordered);
        assertEquals(2, lists.givenUp.size());
    }

    @Test
    void noMoreThanTheLimitArePutOnTheListAndItSaysThatThereAreMore() {
        lists.giveUp(3);
        Result result = (Result) redelivery.run(all(2), false, "karaf");
        assertEquals(List.of(Fate.REDELIVERED, Fate.REDELIVERED), fates(result));
        assertEquals(true, result.more());
        assertEquals(List.of("karaf", "karaf"), lists.ordered);
    }

    @Test
    void aSecondOrderHasNoSecondEffectWhileTheFirstWaits() {
        NoticeId id = lists.giveUp(1).get(0);
        Selection named = new Selection("my-post", List.of(id), Optional.empty(), false, 10);
        assertEquals(List.of(Fate.REDELIVERED), fates(redelivery.run(named, false, "karaf")));
        assertEquals(List.of(Fate.NOT_GIVEN_UP), fates(redelivery.run(named, false, "karaf")));
        assertEquals(List.of(Fate.NOT_GIVEN_UP), fates(redelivery.run(named, true, "karaf")));
        assertEquals(1, lists.ordered.size());
    }

    @Test
    void whatIsMeantHasToBeSaidInOneWay() {
        assertThrows(OpsFault.class, () -> new Selection("my-post", List.of(), Optional.empty(), false, 10));
        assertThrows(OpsFault.class, () -> new Selection("my-post", List.of(), Optional.of("DELIVERY-006"), true, 10));
        assertThrows(OpsFault.class, () -> all(501));
    }

    /** What one service gave up, and who ordered it to be tried again. */
    private static final class Lists implements DeliveryStore {

        private final List<NoticeView> givenUp = new ArrayList<>();
        private final List<String> ordered = new ArrayList<>();

        List<NoticeId> giveUp(int count) {
            for (int i = 0; i < count; i++) {
                givenUp.add(new NoticeView(
                        new NoticeId(UUID.randomUUID()),
                        new DestinationId("hello-work"),
                        "rest",
                        "",
                        NoticeVerdict.MATCHED,
                        "雇-1",
                        Optional.empty(),
                        Optional.of(new PartnerId("acme")),
                        "",
                        "",
                        new ContentRef(UUID.randomUUID(), 1, Sha256.of(new byte[0])),
                        NoticeFacts.received(Instant.EPOCH),
                        false));
            }
            return givenUp.stream().map(NoticeView::id).toList();
        }

        @Override
        public List<NoticeView> givenUp(String channel, Optional<String> code, Instant now, int limit) {
            return givenUp.stream().limit(limit).toList();
        }

        @Override
        public boolean redeliver(String channel, NoticeId id, String by, Instant at) {
            boolean done = givenUp.removeIf(each -> each.id().equals(id));
            if (done) {
                ordered.add(by);
            }
            return done;
        }

        @Override
        public boolean opened(String channel, NoticeId id, Instant opened, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int enlist(String channel, Set<PartnerId> addressees, Instant since, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Due> claim(String channel, Set<PartnerId> addressees, Duration lease, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void again(String channel, NoticeId id, Duration pause) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<NoticeId> overdue(String channel, Set<PartnerId> addressees, Instant available, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
