package io.renkei.selfinfo.internal;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An agency in memory: answers what it is told, in order, and with data when nothing is left. */
final class ToyAgency implements AttributeSource {

    static final Instant AS_OF = Instant.parse("2026-04-01T00:00:00Z");

    /** What the next call does. */
    interface Turn {
        Map<SelfInformationNumber, Answer> answer(Question question, Set<SelfInformationNumber> items)
                throws TransientFailure, PermanentFailure;
    }

    static final Turn DATA = (question, items) -> all(items, ToyAgency::found);
    static final Turn AWAY = (question, items) -> {
        throw new TransientFailure("TOY-001", null);
    };
    static final Turn REFUSES = (question, items) -> {
        throw new PermanentFailure("TOY-004", null);
    };
    static final Turn PENDING = (question, items) ->
            all(items, item -> new Answer.Pending("handle-" + question.reference(), Duration.ofMillis(1)));

    final List<Question> asked = new CopyOnWriteArrayList<>();
    final List<String> handles = new CopyOnWriteArrayList<>();

    private final DestinationId agency;
    private final Set<SelfInformationNumber> items;
    private final ConcurrentLinkedQueue<Turn> turns = new ConcurrentLinkedQueue<>();
    private volatile Turn otherwise = DATA;

    ToyAgency(String agency, String... items) {
        this.agency = new DestinationId(agency);
        this.items = Set.of(items).stream().map(SelfInformationNumber::new).collect(Collectors.toSet());
    }

    ToyAgency then(Turn... more) {
        turns.addAll(List.of(more));
        return this;
    }

    ToyAgency always(Turn turn) {
        otherwise = turn;
        return this;
    }

    /** Says nothing before it is told to. */
    static Turn silentUntil(CountDownLatch told) {
        return (question, items) -> {
            try {
                told.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TransientFailure("TOY-001", e);
            }
            return DATA.answer(question, items);
        };
    }

    static Map<SelfInformationNumber, Answer> all(
            Set<SelfInformationNumber> items, Function<SelfInformationNumber, Answer> answer) {
        Map<SelfInformationNumber, Answer> answers = new HashMap<>();
        items.forEach(item -> answers.put(item, answer.apply(item)));
        return answers;
    }

    static Answer found(SelfInformationNumber item) {
        return new Answer.Found(values(item), AS_OF);
    }

    static List<AttributeNode> values(SelfInformationNumber item) {
        return List.of(new AttributeNode("100", "項目", Optional.of("値-" + item), List.of()));
    }

    @Override
    public DestinationId destination() {
        return agency;
    }

    @Override
    public Health probe() {
        return Health.UP;
    }

    @Override
    public Set<SelfInformationNumber> items() {
        return items;
    }

    @Override
    public Asking asking() {
        return new Asking(4, Duration.ofSeconds(1));
    }

    @Override
    public Map<SelfInformationNumber, Answer> ask(Question question) throws TransientFailure, PermanentFailure {
        asked.add(question);
        return next().answer(question, question.items().keySet());
    }

    @Override
    public Map<SelfInformationNumber, Answer> askAgain(
            String handle, Question question, Set<SelfInformationNumber> wanted)
            throws TransientFailure, PermanentFailure {
        handles.add(handle);
        return next().answer(question, wanted);
    }

    private Turn next() {
        Turn turn = turns.poll();
        return turn == null ? otherwise : turn;
    }
}
