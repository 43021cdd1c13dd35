package io.renkei.notices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeOrigin;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.ReceiveNotice.Taken;
import io.renkei.ports.notices.UnsealedMessage;
import io.renkei.ports.state.MemoryFilings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is taken without a seal, for whom, and for how long it can be fetched. */
class MessagesTest {

    private static final DestinationId E_TAX = new DestinationId("e-tax");
    private static final DestinationId OTHER = new DestinationId("hello-work");
    private static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");
    private static final FilingKey ONE = filing();
    private static final FilingKey TWO = filing();

    private final MemoryFilings filings = new MemoryFilings();
    private final JudgedNotices notices = new JudgedNotices(filings);
    private final Kept kept = new Kept();

    private static FilingKey filing() {
        return new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 11, 24), new Random()), 1);
    }

    private MessageReceiver receiver(Map<String, String> file) {
        NoticesSettings settings = Settings.of(Map.of(), file);
        return new MessageReceiver(
                kept,
                notices,
                filings,
                notices.contents,
                new Periods(settings::periods, day -> false),
                from -> settings.unsealed().of(from),
                settings::maxBytes,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static UnsealedMessage message(
            Optional<FilingKey> filing, Optional<String> number, Optional<Instant> keptUntil) {
        return new UnsealedMessage(
                "M-1",
                new PartnerId("acme"),
                "お知らせ",
                Optional.empty(),
                filing,
                number,
                keptUntil,
                new NoticeOrigin("box.example.jp:443", Sha256.of(new byte[0])));
    }

    private UnsealedMessage taken(UnsealedMessage message) throws IOException {
        Optional<Taken> taken = receiver(Map.of("unsealed.e-tax", "allowed"))
                .receive(E_TAX, message, new ByteArrayInputStream(new byte[] {1}));
        assertTrue(taken.isPresent());
        return kept.messages.get(kept.messages.size() - 1);
    }

    @Test
    void nothingIsTakenOfADestinationThatTheOperatorDidNotAllow() throws IOException {
        UnsealedMessage message = message(Optional.empty(), Optional.empty(), Optional.empty());
        for (Map<String, String> file : List.of(
                Map.<String, String>of(),
                Map.of("unsealed.hello-work", "allowed"),
                Map.of("unsealed.e-tax", "refused"))) {
            assertEquals(
                    Optional.empty(), receiver(file).receive(E_TAX, message, new ByteArrayInputStream(new byte[] {1})));
        }
        assertEquals(List.of(), kept.messages);
        assertThrows(IllegalArgumentException.class, () -> receiver(Map.of("unsealed.e-tax", "yes")));
    }

    @Test
    void aFilingIsThatOfItsNameOrNumberIfItIsTheDestinationsOwn() throws IOException {
        filings.put(ONE, E_TAX, FilingState.EXAMINING);
        filings.put(TWO, OTHER, FilingState.EXAMINING);
        notices.receipts.put("e-tax R-1", ONE);

        assertEquals(
                Optional.of(ONE),
                taken(message(Optional.of(ONE), Optional.empty(), Optional.empty()))
                        .filing());
        assertEquals(
                Optional.of(ONE),
                taken(message(Optional.empty(), Optional.of("R-1"), Optional.empty()))
                        .filing());
        assertEquals(
                Optional.empty(),
                taken(message(Optional.of(TWO), Optional.empty(), Optional.empty()))
                        .filing());
        assertEquals(
                Optional.empty(),
                taken(message(Optional.empty(), Optional.of("R-9"), Optional.empty()))
                        .filing());
        assertEquals(FilingState.EXAMINING, filings.state(ONE), "it decides nothing");
    }

    @Test
    void whatLeadsToTwoFilingsIsTiedToNone() throws IOException {
        filings.put(ONE, E_TAX, FilingState.EXAMINING);
        filings.put(TWO, E_TAX, FilingState.EXAMINING);
        notices.receipts.put("e-tax R-1", ONE);
        assertEquals(
                Optional.empty(),
                taken(message(Optional.of(TWO), Optional.of("R-1"), Optional.empty()))
                        .filing());
    }

    @Test
    void itCanBeFetchedAsLongAsItsDestinationKeepsItAndNotLessThanOthers() throws IOException {
        Instant deleted = NOW.plusSeconds(1_900L * 86_400);
        taken(message(Optional.empty(), Optional.empty(), Optional.of(deleted)));
        assertEquals(deleted, kept.window.orElseThrow().until());
        taken(message(Optional.empty(), Optional.empty(), Optional.of(NOW.plusSeconds(1))));
        assertTrue(kept.window.orElseThrow().until().isAfter(NOW.plusSeconds(89L * 86_400)));
    }

    /** Keeps what it was given. */
    private static final class Kept implements MessageStore {

        private final List<UnsealedMessage> messages = new ArrayList<>();
        private Optional<Window> window = Optional.empty();

        @Override
        public Taken keep(
                DestinationId from, UnsealedMessage message, StagedContent content, Optional<Window> end, Instant at) {
            messages.add(message);
            window = end;
            return new Taken(new NoticeId(UUID.randomUUID()), false);
        }

        @Override
        public Optional<NoticeOrigin> origin(NoticeId id) {
            return Optional.empty();
        }
    }
}
