package io.renkei.routes.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The polls that are due or will be by themselves. Those that rest until they are called are not looked at again and again,
 * however many there are. Safe for use by several threads.
 */
final class AwakePolls {

    private final Set<Job> awake = ConcurrentHashMap.newKeySet();

    /** Has to follow each change that may end the rest of a poll. */
    void add(Job poll) {
        awake.add(poll);
    }

    /** Gives a place to each that is due, as long as there are places. */
    void offer(Threads threads) {
        for (Job poll : awake) {
            threads.offer(poll);
            if (poll.rests()) {
                awake.remove(poll);
                if (!poll.rests()) {
                    // It was woken between the two.
                    awake.add(poll);
                }
            }
        }
    }
}
