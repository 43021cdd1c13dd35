package io.renkei.ops.internal;

import io.renkei.ports.settings.Settings;
import io.renkei.ports.settings.SettingsFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether settings and catalogue are what their files say. */
public final class ConfigurationHealth implements Health.Look {

    private final Optional<Settings> settings;
    private final Optional<List<String>> catalogue;

    /** @param catalogue what is wrong with its changed files; empty where there is no catalogue */
    public ConfigurationHealth(Optional<Settings> settings, Optional<List<String>> catalogue) {
        this.settings = settings;
        this.catalogue = catalogue;
    }

    /** A finding per configuration that is not right; critical where nothing right is in use. */
    @Override
    public List<HealthSheet.Finding> check() {
        List<HealthSheet.Finding> findings = new ArrayList<>();
        if (settings.isEmpty()) {
            findings.add(HealthSheet.critical("settings", "Nobody keeps wrong settings out. See io.renkei.settings."));
        } else {
            List<SettingsFault> faults = settings.get().faults();
            faults.stream().map(ConfigurationHealth::finding).forEach(findings::add);
            if (faults.isEmpty()) {
                findings.add(HealthSheet.ok("settings", "All files are right and in use."));
            }
        }
        findings.add(catalogue());
        return findings;
    }

    private static HealthSheet.Finding finding(SettingsFault fault) {
        String sentences = fault.name() + ".cfg: " + String.join("; ", fault.sentences()) + ".";
        return fault.kept()
                ? HealthSheet.degraded("settings", sentences + " What was before stays in use.")
                : HealthSheet.critical("settings", sentences + " What it is for is down or goes without it.");
    }

    private HealthSheet.Finding catalogue() {
        if (catalogue.isEmpty()) {
            return HealthSheet.critical("catalogue", "There is none: nothing is accepted. See the log.");
        }
        List<String> faults = catalogue.get();
        return faults.isEmpty()
                ? HealthSheet.ok("catalogue", "Its files are right and in use.")
                : HealthSheet.degraded(
                        "catalogue", "The one of before stays in use. Correct the files: " + String.join(" ", faults));
    }
}
