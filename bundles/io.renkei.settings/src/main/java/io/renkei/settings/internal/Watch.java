package io.renkei.settings.internal;

import io.renkei.ports.settings.SettingsChange.Via;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.cm.Configuration;

/** Sees each change of a configuration: has it judged, notes what is in use, and writes the change down. */
final class Watch {

    private final Configurations configurations;
    private final Guard guard;
    private final History history;
    private final Clock clock;
    private final Handed handed;
    private final Map<Pid, Map<String, String>> used = new ConcurrentHashMap<>();

    Watch(Configurations configurations, Guard guard, Handed handed, History history, Clock clock) {
        this.configurations = configurations;
        this.guard = guard;
        this.handed = handed;
        this.history = history;
        this.clock = clock;
    }

    /** What changed while nobody watched was changed in the files, when the file was last written. */
    void begin() {
        Set<String> there = new HashSet<>();
        for (Configuration configuration : configurations.all()) {
            Pid pid = Configurations.pid(configuration);
            there.add(pid.name());
            Path file = configurations.file(pid);
            look(pid).ifPresent(given -> handed.assume(pid, given));
            history.found(pid.name(), configurations.state(pid), Origin.file(file), written(file));
        }
        for (String name : history.present()) {
            Path file = configurations.file(Pid.named(name));
            if (!there.contains(name) && !Files.exists(file)) {
                history.changed(name, Optional.empty(), new Origin(Via.FILE, ""), clock.instant());
            }
        }
    }

    /**
     * In the thread that made the change.
     *
     * @return whether it changes nothing for the component
     */
    boolean changed(Pid pid) {
        Origin origin = Origin.ofThread(configurations.file(pid));
        Optional<Map<String, Object>> given = look(pid);
        history.changed(pid.name(), Optional.of(configurations.state(pid)), origin, clock.instant());
        return given.filter(properties -> handed.isSame(pid, properties)).isPresent();
    }

    /** In the thread that removed it. */
    void removed(Pid pid) {
        guard.forget(pid);
        handed.forget(pid);
        used.remove(pid);
        history.changed(pid.name(), Optional.empty(), Origin.ofThread(configurations.file(pid)), clock.instant());
    }

    /** A rule came, which may judge otherwise. */
    void judgeAgain(String declared) {
        configurations.all().stream()
                .map(Configurations::pid)
                .filter(pid -> pid.declared().equals(declared))
                .forEach(pid -> {
                    guard.doubt(pid);
                    look(pid);
                });
    }

    /** What is in use: what the file says, or said when it was last right; empty where nothing was. */
    Optional<Map<String, String>> used(Pid pid) {
        return Optional.ofNullable(used.get(pid));
    }

    /** @return what its component would be handed now */
    private Optional<Map<String, Object>> look(Pid pid) {
        Optional<Map<String, Object>> given = configurations.pass(pid);
        if (guard.isRight(pid)) {
            used.put(pid, values(pid));
        } else if (guard.kept(pid).isEmpty()) {
            used.remove(pid);
        }
        return given;
    }

    private Map<String, String> values(Pid pid) {
        return Values.shown(configurations.properties(pid));
    }

    private Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return clock.instant();
        }
    }
}
