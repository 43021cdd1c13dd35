package io.renkei.settings.internal;

import io.renkei.api.spi.SettingsRule;
import io.renkei.ports.settings.SettingsChange;
import io.renkei.ports.settings.SettingsChange.Edit;
import io.renkei.ports.settings.SettingsFault;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All of this bundle, put together. Looks that nobody waits for are done by a thread of its own, one after another. */
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Schemas schemas;
    private final History history;
    private final Failures failures;
    private final Rules rules;
    private final Guard guard;
    private final Handed handed = new Handed();
    private final Watch watch;
    private final Steward steward;
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService looks = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "renkei.settings");
        thread.setDaemon(true);
        return thread;
    });

    Desk(Schemas schemas, Configurations configurations, History history, Failures failures) {
        this.schemas = schemas;
        this.history = history;
        this.failures = failures;
        rules = new Rules(schemas::of);
        guard = new Guard(rules::faults);
        watch = new Watch(configurations, guard, handed, history, clock);
        steward = new Steward(schemas, rules, configurations, watch, history);
    }

    void open(SettingsManagement management) {
        looks.execute(() -> look(watch::begin));
        manage(server -> server.registerMBean(management, new ObjectName(SettingsManagement.NAME)));
    }

    void close() {
        manage(server -> server.unregisterMBean(new ObjectName(SettingsManagement.NAME)));
        looks.shutdownNow();
    }

    void add(String declared, SettingsRule rule) {
        rules.add(declared, rule);
        looks.execute(() -> look(() -> watch.judgeAgain(declared)));
    }

    /** The boundary of the thread: a defect in one look must not end the looks. */
    private static void look(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.error("The configurations could not be looked at; what is in use stays. Report this.", e);
        }
    }

    void remove(String declared, SettingsRule rule) {
        rules.remove(declared, rule);
    }

    /**
     * Puts what was last right in the place of what is wrong.
     *
     * @param forComponent whether a component asks, and not somebody who only looks
     */
    void pass(boolean forComponent, Dictionary<String, Object> properties) {
        Pid pid = Pid.of(String.valueOf(properties.get("service.pid")), (String) properties.get("service.factoryPid"));
        if (pid.isOurs() && !schemas.isTemplate(pid)) {
            Map<String, Object> wanted = Values.of(properties);
            Map<String, Object> given = guard.judge(pid, wanted);
            if (given != wanted) {
                wanted.keySet().forEach(properties::remove);
                given.forEach(properties::put);
            }
            if (forComponent) {
                handed.put(pid, given);
            }
        }
    }

    /** @return whether it changes nothing for the component */
    boolean changed(Pid pid, boolean isRemoved) {
        if (pid.isOurs() && isRemoved) {
            watch.removed(pid);
        }
        return pid.isOurs() && !isRemoved && watch.changed(pid);
    }

    Steward steward() {
        return steward;
    }

    List<SettingsFault> faults() {
        List<SettingsFault> all = new ArrayList<>(guard.faults());
        Set<String> known = all.stream().map(SettingsFault::name).collect(Collectors.toSet());
        all.addAll(failures.besides(known));
        return all;
    }

    List<SettingsChange> history(Optional<String> name) {
        return history.changes(name);
    }

    void replaced(String name, String key, String before, String after, Path file) {
        history.replaced(
                name, new Edit(key, Optional.of(before), Optional.of(after)), Origin.file(file), clock.instant());
    }

    private interface Management {
        void use(MBeanServer server) throws JMException;
    }

    /** Without it, everything else goes on. */
    private static void manage(Management management) {
        try {
            management.use(ManagementFactory.getPlatformMBeanServer());
        } catch (JMException e) {
            LOG.warn("Settings cannot be managed by JMX: {}", e.toString());
        }
    }
}
