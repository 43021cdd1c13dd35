package io.renkei.ops.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happened to bundles lately. One deployment touches one bundle or several within moments, so what happens without a
 * second of silence between is one change, unless a bundle is stopped that was started in it. Kept in memory, the last {@value #MOST}. Safe for use by several threads.
 */
public final class BundleChanges {

    private static final int MOST = 200;
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final Deque<Open> changes = new ArrayDeque<>();

    /** What can happen to a bundle, in the words of the framework. */
    public enum What {
        INSTALLED,
        RESOLVED,
        STARTED,
        STOPPED,
        UPDATED,
        UNRESOLVED,
        UNINSTALLED
    }

    /**
     * A bundle that was touched.
     *
     * @param version after it; of one that is gone, the last
     * @param before the version before it, if it is another
     */
    record Touched(String bundle, String version, Optional<String> before, Set<What> what) {}

    /** One change. */
    record Change(Instant began, Instant ended, List<Touched> bundles) {}

    private static final class Open {

        private final Instant began;
        private final Map<String, Touched> bundles = new LinkedHashMap<>();
        private Instant ended;

        private Open(Instant began) {
            this.began = began;
        }

        /** A bundle that was started and is stopped again is touched by another change. */
        private boolean isOverFor(String bundle, What what) {
            Touched touched = bundles.get(bundle);
            return what == What.STOPPED && touched != null && touched.what().contains(What.STARTED);
        }
    }

    /** Notes an event. */
    public synchronized void happened(Instant at, String bundle, String version, What what) {
        Open open = changes.peekLast();
        if (open == null || at.isAfter(open.ended.plus(SILENCE)) || open.isOverFor(bundle, what)) {
            open = new Open(at);
            changes.addLast(open);
            if (changes.size() > MOST) {
                changes.removeFirst();
            }
        }
        open.ended = at;
        open.bundles.merge(
                bundle, new Touched(bundle, version, Optional.empty(), EnumSet.of(what)), BundleChanges::merged);
    }

    private static Touched merged(Touched first, Touched then) {
        EnumSet<What> what = EnumSet.copyOf(first.what());
        what.addAll(then.what());
        Optional<String> before =
                first.version().equals(then.version()) ? first.before() : Optional.of(first.version());
        return new Touched(first.bundle(), then.version(), before, what);
    }

    /** Newest first. */
    synchronized List<Change> latest(int limit) {
        List<Change> latest = new ArrayList<>();
        var newestFirst = changes.descendingIterator();
        while (newestFirst.hasNext() && latest.size() < limit) {
            Open open = newestFirst.next();
            latest.add(new Change(open.began, open.ended, List.copyOf(open.bundles.values())));
        }
        return latest;
    }

    /** @param limit 1 to {@value #MOST} */
    public Answer list(int limit) {
        return new ChangeSheet(latest(Names.limit(limit, MOST)));
    }
}
