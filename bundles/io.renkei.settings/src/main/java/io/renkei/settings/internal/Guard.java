package io.renkei.settings.internal;

import io.renkei.ports.settings.SettingsFault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what a component would be given. While a configuration is wrong, the component gets what was last right since the
 * start of this process; nothing is kept beyond it, so that after a restart with a wrong file the component alone stays
 * down. Safe for use by several threads; a judgement depends on nothing but its arguments and the last right values.
 */
final class Guard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final BiFunction<String, Map<String, ?>, List<String>> rules;
    private final Map<Pid, Standing> standings = new ConcurrentHashMap<>();

    /**
     * How one configuration stands.
     *
     * @param good what was last right
     * @param faults of what is wanted now
     * @param isCurrent whether no rule came since
     */
    private record Standing(Optional<Map<String, Object>> good, List<String> faults, boolean isCurrent) {

        boolean holdsFor(Map<String, Object> wanted) {
            return isCurrent && faults.isEmpty() && good.filter(wanted::equals).isPresent();
        }
    }

    /** @param rules the faults of a declared PID's properties */
    Guard(BiFunction<String, Map<String, ?>, List<String>> rules) {
        this.rules = rules;
    }

    /** What the component is to get in the place of what is wanted. */
    Map<String, Object> judge(Pid pid, Map<String, Object> wanted) {
        Standing before = standings.get(pid);
        if (before != null && before.holdsFor(wanted)) {
            return wanted;
        }
        List<String> faults = rules.apply(pid.declared(), wanted);
        Optional<Map<String, Object>> good = faults.isEmpty()
                ? Optional.of(Map.copyOf(wanted))
                // A rule that came later than the component may find fault with what was taken for right.
                : Optional.ofNullable(before).flatMap(Standing::good).filter(known -> !known.equals(wanted));
        standings.put(pid, new Standing(good, faults, true));
        if (!faults.equals(before == null ? List.of() : before.faults())) {
            tell(pid, faults, good.isPresent());
        }
        return faults.isEmpty() ? wanted : good.orElse(wanted);
    }

    /** A rule came or went: the next judgement is made anew, even of what was found right. */
    void doubt(Pid pid) {
        standings.computeIfPresent(pid, (key, each) -> new Standing(each.good(), each.faults(), false));
    }

    void forget(Pid pid) {
        standings.remove(pid);
    }

    /** Whether the last judgement found nothing wrong; so it does for what was never judged. */
    boolean isRight(Pid pid) {
        Standing standing = standings.get(pid);
        return standing == null || standing.faults().isEmpty();
    }

    List<SettingsFault> faults() {
        return standings.entrySet().stream()
                .filter(each -> !each.getValue().faults().isEmpty())
                .map(each -> new SettingsFault(
                        each.getKey().name(),
                        each.getValue().good().isPresent(),
                        each.getValue().faults()))
                .sorted(java.util.Comparator.comparing(SettingsFault::name))
                .toList();
    }

    /** What stays in use while the configuration is wrong. */
    Optional<Map<String, Object>> kept(Pid pid) {
        return Optional.ofNullable(standings.get(pid)).flatMap(Standing::good);
    }

    private static void tell(Pid pid, List<String> faults, boolean kept) {
        String name = Objects.requireNonNull(pid.name());
        if (faults.isEmpty()) {
            LOG.info("{}.cfg is right again and in use.", name);
        } else {
            SettingsCode code = kept ? SettingsCode.KEPT_OUT : SettingsCode.NOT_RIGHT;
            LOG.error("{}: {}", code.code(), code.sentence(name, String.join("; ", faults)));
        }
    }
}
