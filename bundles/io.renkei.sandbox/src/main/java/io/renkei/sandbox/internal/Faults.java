package io.renkei.sandbox.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * What is to go wrong, by destination. A simulator asks {@link #next} once per submission and gives its answer to {@link
 * #deliver}; it asks {@link #isDown} on every call. Safe for use by several threads.
 */
final class Faults implements AutoCloseable {

    /** The modes of failure. */
    enum Mode {
        /** No fault. */
        NONE,
        /** 503 with {@code Retry-After: 1}; nothing was taken. */
        REFUSE_BEFORE,
        /** 403 with a code; nothing was taken. */
        FORBID,
        /** Takes it, then closes the connection without an answer. */
        DROP_AFTER,
        /** Takes it and answers after a pause. */
        SLOW,
        /** Takes it and answers 200 with rubbish. */
        GARBAGE,
        /** Takes it and answers only when released. */
        HOLD,
        /** Every call is cut. */
        DOWN;

        static Mode named(String text) {
            try {
                return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new Refusal(
                        400, "The modes are refuse-before, forbid, drop-after, slow, garbage, hold and down.");
            }
        }

        /** Whether nothing is to be taken. */
        boolean refuses() {
            return this == REFUSE_BEFORE || this == FORBID || this == DOWN;
        }
    }

    /**
     * One order.
     *
     * @param count how many submissions it hits; empty for all until it is reset
     * @param share which part of the submissions it hits, 0 to 1; empty for each
     * @param millis the pause of {@link Mode#SLOW}
     */
    record Rule(Mode mode, Optional<Integer> count, OptionalDouble share, long millis) {}

    /** What is to happen to one submission. */
    record Fault(Mode mode, long millis) {
        static final Fault NONE = new Fault(Mode.NONE, 0);
    }

    private record Held(String destination, Call call, Answer answer) {}

    private static final byte[] RUBBISH =
            "<html><body>ただいま混雑しています\u0000{\"results\":</body>".getBytes(StandardCharsets.UTF_8);

    private final RandomGenerator random;
    private final ScheduledExecutorService later;
    private final Map<String, Rule> rules = new HashMap<>();
    private final List<Held> held = new ArrayList<>();

    Faults(RandomGenerator random) {
        this.random = random;
        this.later = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sandbox-slow");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** In place of any before for that destination. */
    synchronized void set(String destination, Rule rule) {
        rules.put(destination, rule);
    }

    /** Everything works again; what is held stays held. */
    synchronized void reset() {
        rules.clear();
    }

    synchronized Map<String, Rule> rules() {
        return Map.copyOf(rules);
    }

    /** Whether each call to this destination is to be cut. */
    synchronized boolean isDown(String destination) {
        Rule rule = rules.get(destination);
        return rule != null && rule.mode() == Mode.DOWN && rule.count().isEmpty();
    }

    /** The fault for the next submission; counts down. */
    synchronized Fault next(String destination) {
        Rule rule = rules.get(destination);
        if (rule == null
                || rule.share().isPresent()
                        && random.nextDouble() >= rule.share().getAsDouble()) {
            return Fault.NONE;
        }
        rule.count().ifPresent(left -> {
            if (left <= 1) {
                rules.remove(destination);
            } else {
                rules.put(destination, new Rule(rule.mode(), Optional.of(left - 1), rule.share(), rule.millis()));
            }
        });
        return new Fault(rule.mode(), rule.millis());
    }

    /** Ends a call of which nothing is to be taken: {@link Mode#refuses()}. */
    void refuse(Call call, Fault fault) {
        if (fault.mode() == Mode.DOWN) {
            call.drop();
        } else if (fault.mode() == Mode.FORBID) {
            call.answer(Answer.json(403, Map.of("code", "FORBIDDEN")));
        } else {
            call.answer(Answer.text(503, "Busy.").with("Retry-After", "1"));
        }
    }

    /** Answers a submission that was taken, as its fault wants. */
    void deliver(String destination, Call call, Answer answer, Fault fault) {
        switch (fault.mode()) {
            case DROP_AFTER -> call.drop();
            case GARBAGE -> call.answer(Answer.of(200, answer.type(), RUBBISH));
            case SLOW -> later.schedule(() -> call.answer(answer), fault.millis(), TimeUnit.MILLISECONDS);
            case HOLD -> hold(new Held(destination, call, answer));
            default -> call.answer(answer);
        }
    }

    /** Answers what is held, of one destination or of all; answers how many those were. */
    int release(Optional<String> destination) {
        List<Held> free;
        synchronized (this) {
            free = held.stream()
                    .filter(h -> destination.isEmpty() || destination.get().equals(h.destination()))
                    .toList();
            held.removeAll(free);
        }
        free.forEach(h -> h.call().answer(h.answer()));
        return free.size();
    }

    /** How many answers are held. */
    synchronized int heldBack() {
        return held.size();
    }

    @Override
    public void close() {
        later.shutdownNow();
    }

    private synchronized void hold(Held one) {
        held.add(one);
    }
}
