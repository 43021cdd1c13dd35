package io.renkei.routes.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.MessageReader;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.notices.NoticeOrigin;
import io.renkei.ports.notices.UnsealedMessage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MessagePollTest {

    private static final MessageReader.Origin ORIGIN =
            new MessageReader.Origin("box.example.jp:443", Sha256.of(new byte[] {1}));

    private final Gateway gateway = new Gateway();
    private final Boxes ministry = new Boxes();

    @AfterEach
    void close() {
        gateway.close();
    }

    /** Two boxes with pages of two. */
    private static final class Boxes extends ToyConnector implements MessageReader {

        final Box acme = new Box("1", new PartnerId("acme"));
        final Box beta = new Box("2", new PartnerId("beta"));
        final Map<Box, List<String>> waiting =
                Map.of(acme, new CopyOnWriteArrayList<>(), beta, new CopyOnWriteArrayList<>());
        final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        final Map<String, AtomicInteger> fetched = new ConcurrentHashMap<>();
        final Set<Box> broken = ConcurrentHashMap.newKeySet();
        final AtomicInteger acknowledgeFailures = new AtomicInteger();
        final AtomicInteger looks = new AtomicInteger();
        volatile String poison = "";

        @Override
        public List<Box> boxes() {
            return List.of(acme, beta);
        }

        @Override
        public Page list(Box box, Optional<String> after) throws TransientFailure {
            looks.incrementAndGet();
            if (broken.contains(box)) {
                throw new TransientFailure("HW-CONNECT", null);
            }
            List<String> left = waiting.get(box).stream()
                    .filter(id -> !acknowledged.contains(id))
                    .filter(id -> after.isEmpty() || id.compareTo(after.get()) > 0)
                    .toList();
            List<String> page = left.subList(0, Math.min(2, left.size()));
            return new Page(
                    page.stream().map(id -> new MessageHead(box, id)).toList(),
                    left.size() > 2 ? Optional.of(page.get(1)) : Optional.empty());
        }

        @Override
        public Message fetch(MessageHead head) throws TransientFailure {
            fetched.computeIfAbsent(head.id(), id -> new AtomicInteger()).incrementAndGet();
            if (head.id().equals(poison)) {
                throw new TransientFailure("HW-ODD", null);
            }
            return new Message(
                    new byte[] {1},
                    "お知らせ " + head.id(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("R-1"),
                    Optional.empty(),
                    ORIGIN);
        }

        @Override
        public void acknowledge(MessageHead head) throws TransientFailure {
            if (acknowledgeFailures.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                throw new TransientFailure("HW-CONNECT", null);
            }
            acknowledged.add(head.id());
        }
    }

    private void fill(MessageReader.Box box, String letter, int count) {
        IntStream.range(0, count).forEach(i -> ministry.waiting.get(box).add(letter + i));
    }

    @Test
    void eachBoxIsEmptiedPageByPageAndSaysWhereEachMessageCameFrom() {
        gateway.boxes.allowed = true;
        fill(ministry.acme, "a", 5);
        fill(ministry.beta, "b", 1);
        gateway.add(ministry);
        await().until(() -> ministry.acknowledged.size() == 6);
        assertEquals(6, gateway.boxes.taken.size());
        UnsealedMessage last = gateway.boxes.taken.stream()
                .filter(each -> each.entry().equals("b0"))
                .findFirst()
                .orElseThrow();
        assertEquals(new PartnerId("beta"), last.owner());
        assertEquals(new NoticeOrigin(ORIGIN.server(), ORIGIN.certificate()), last.origin());
        assertEquals(Optional.of("R-1"), last.receiptNumber());
    }

    @Test
    void nothingIsFetchedWhereTheOperatorDidNotAllowIt() {
        fill(ministry.acme, "a", 1);
        gateway.add(ministry);
        await().during(Duration.ofMillis(150)).until(() -> ministry.looks.get() == 0);
        gateway.boxes.allowed = true;
        await().until(() -> ministry.acknowledged.contains("a0"));
    }

    @Test
    void aMessageThatCannotBeTakenAndABoxThatCannotBeReadHoldUpNoOther() {
        gateway.boxes.allowed = true;
        fill(ministry.acme, "a", 1);
        fill(ministry.beta, "b", 5);
        ministry.broken.add(ministry.acme);
        ministry.poison = "b0";
        gateway.add(ministry);
        await().until(() -> ministry.acknowledged.equals(new HashSet<>(List.of("b1", "b2", "b3", "b4"))));
        ministry.broken.clear();
        ministry.poison = "";
        await().until(() -> ministry.acknowledged.size() == 6);
    }

    @Test
    void whatIsStoredAndCouldNotBeAcknowledgedIsNotFetchedAgain() {
        gateway.boxes.allowed = true;
        fill(ministry.acme, "a", 1);
        ministry.acknowledgeFailures.set(3);
        gateway.add(ministry);
        await().until(() -> ministry.acknowledged.contains("a0"));
        assertEquals(1, ministry.fetched.get("a0").get());
        assertEquals(1, gateway.boxes.taken.size());
    }
}
