package io.renkei.notices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.announcements.Announce.Taken;
import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.AnnouncementId;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.bus.Pointer;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnnouncementsTest {

    private static final DestinationId TAX = new DestinationId("tax-agency");
    private static final PartnerId PORTAL = new PartnerId("portal");
    private static final SenderNumber NUMBER = new SenderNumber("TAX-1");

    private final MemoryAnnouncements memory = new MemoryAnnouncements();
    private final Announcer announcer = new Announcer(memory, memory.contents, () -> 5_000, Clock.systemUTC());
    private AnnouncementHandler handler = new AnnouncementHandler(memory, memory.contents, Clock.systemUTC());

    private static Announcement what(String text) {
        return new Announcement("お知らせ", "", text, "", "", Optional.empty());
    }

    private static List<InboxId> inboxes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new InboxId("inbox-" + i))
                .toList();
    }

    private AnnouncementId kept(int count) throws IOException {
        Taken taken = announcer.announce(
                TAX, NUMBER, what("本文"), PORTAL, inboxes(count).iterator());
        return assertInstanceOf(Taken.Kept.class, taken).id();
    }

    private void handle(AnnouncementId id) throws Exception {
        handler.handle(new Pointer(1, id.toString()));
    }

    @Test
    void everyInboxGetsItsEntryOnce() throws Exception {
        AnnouncementId id = kept(2_500);
        handle(id);
        handle(id);
        assertEquals(inboxes(2_500), memory.delivered);
        assertEquals(3, memory.deliveries.get());
    }

    @Test
    void goesOnWhereItStopped() throws Exception {
        AnnouncementId id = kept(2_500);
        memory.beforeDelivery = number -> {
            if (number == 2) {
                handler.closing();
            }
        };
        assertThrows(InterruptedException.class, () -> handle(id));
        assertEquals(inboxes(2_000), memory.delivered);
        handler = new AnnouncementHandler(memory, memory.contents, Clock.systemUTC());
        handle(id);
        assertEquals(inboxes(2_500), memory.delivered);
    }

    @Test
    void anotherNodeThatWentOnMeanwhileIsFollowed() throws Exception {
        AnnouncementId id = kept(3_500);
        memory.beforeDelivery = number -> {
            if (number == 2) {
                memory.deliverNextAsAnotherNode(id, inboxes(3_500).subList(1_000, 2_000));
            }
        };
        handle(id);
        assertEquals(inboxes(3_500), memory.delivered);
    }

    @Test
    void waitsWhileTheDatabaseIsAway() throws Exception {
        AnnouncementId id = kept(1_500);
        AtomicInteger outages = new AtomicInteger(2);
        memory.beforeDelivery = number -> {
            if (outages.getAndDecrement() > 0) {
                throw new StateUnavailable("away", null);
            }
        };
        handle(id);
        assertEquals(inboxes(1_500), memory.delivered);
    }

    @Test
    void oneThatWasTakenBackGoesNoFurther() throws Exception {
        AnnouncementId id = kept(2_500);
        memory.beforeDelivery = number -> {
            if (number == 2) {
                memory.withdraw(TAX, id, Clock.systemUTC().instant());
            }
        };
        handle(id);
        assertEquals(inboxes(1_000), memory.delivered);
    }

    @Test
    void theSameContentHasTheSameDigestAndOtherContentAnother() throws Exception {
        announcer.announce(TAX, NUMBER, what("甲"), PORTAL, inboxes(2).iterator());
        announcer.announce(TAX, NUMBER, what("甲"), PORTAL, inboxes(2).iterator());
        announcer.announce(TAX, NUMBER, what("乙"), PORTAL, inboxes(2).iterator());
        announcer.announce(TAX, NUMBER, what("甲"), PORTAL, inboxes(3).iterator());
        announcer.announce(
                TAX,
                NUMBER,
                new Announcement("お知らせ", "甲", "本", "", "", Optional.empty()),
                PORTAL,
                inboxes(2).iterator());
        announcer.announce(
                TAX,
                NUMBER,
                new Announcement("お知らせ", "", "甲本", "", "", Optional.empty()),
                PORTAL,
                inboxes(2).iterator());
        assertEquals(memory.digests.get(0), memory.digests.get(1));
        assertEquals(
                5, memory.digests.stream().distinct().count(), "text, list and where a text ends make a difference");
    }

    @Test
    void moreThanAreTakenAndNoneAtAllAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> kept(5_001));
        assertThrows(IllegalArgumentException.class, () -> kept(0));
        assertTrue(memory.digests.isEmpty());
    }

    @Test
    void whatTheListThrowsEndsTheCall() {
        Iterator<InboxId> broken = new Iterator<>() {
            private final Iterator<InboxId> good = inboxes(10).iterator();

            @Override
            public boolean hasNext() {
                if (!good.hasNext()) {
                    throw new IllegalStateException("broke off");
                }
                return true;
            }

            @Override
            public InboxId next() {
                return good.next();
            }
        };
        assertThrows(IllegalStateException.class, () -> announcer.announce(TAX, NUMBER, what("本文"), PORTAL, broken));
        assertTrue(memory.digests.isEmpty());
    }

    @Test
    void linesAreReadByByteAsByBlock() throws Exception {
        InboxLines byByte = new InboxLines(inboxes(30).iterator());
        List<Integer> bytes = new ArrayList<>();
        for (int next = byByte.read(); next >= 0; next = byByte.read()) {
            bytes.add(next);
        }
        byte[] byBlock = new InboxLines(inboxes(30).iterator()).readAllBytes();
        assertEquals(
                IntStream.range(0, byBlock.length)
                        .mapToObj(i -> (int) byBlock[i])
                        .toList(),
                bytes);
        assertFalse(bytes.isEmpty());
        assertNotEquals(0, byByte.count());
    }
}
