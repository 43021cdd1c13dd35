package io.renkei.ops.internal;

import io.renkei.ports.settings.Setting;
import io.renkei.ports.settings.Settings;
import io.renkei.ports.settings.SettingsChange;
import io.renkei.ports.settings.SettingsFault;
import io.renkei.ports.settings.SettingsRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Questions about settings, and changes of them; a refused change is an {@link OpsFault} with all that is wrong. */
public final class SettingLists {

    private final Settings settings;

    public SettingLists(Settings settings) {
        this.settings = settings;
    }

    /** All configurations, or all keys of one. */
    public Answer list(Optional<String> name) {
        return name.isPresent() ? rows(List.of(name.get()), setting -> true) : names();
    }

    /** What is in use and no default, and what a file says that is not in use. */
    public Answer diff(Optional<String> name) {
        return rows(name.map(List::of).orElseGet(settings::names), setting -> setting.differs() || setting.keptOut());
    }

    public Answer history(Optional<String> name, int limit) {
        int most = Names.limit(limit, 1000);
        return new SettingHistorySheet(
                settings.history(name).stream().limit(most).toList());
    }

    /** @param value empty for the default */
    public Answer set(String name, String key, Optional<String> value) {
        return changed(name, () -> settings.set(name, key, value));
    }

    public Answer rollback(String name, OptionalInt to) {
        return changed(name, () -> settings.rollback(name, to));
    }

    private interface Change {
        void make() throws SettingsRefused;
    }

    /** The change as the history has it. */
    private Answer changed(String name, Change change) {
        int before = last(name).map(SettingsChange::number).orElse(0);
        try {
            change.make();
        } catch (SettingsRefused e) {
            throw OpsCode.SETTINGS.fault(String.join(" ", e.faults()));
        }
        return new SettingHistorySheet(
                last(name).filter(each -> each.number() != before).map(List::of).orElse(List.of()));
    }

    private Optional<SettingsChange> last(String name) {
        return settings.history(Optional.of(name)).stream().findFirst();
    }

    private Answer names() {
        Map<String, SettingsFault> faults = faults();
        List<SettingSheet.Name> rows = new ArrayList<>();
        for (String name : settings.names()) {
            long set = keys(name).stream().filter(Setting::differs).count();
            rows.add(new SettingSheet.Name(name, set, Optional.ofNullable(faults.get(name))));
        }
        return new SettingSheet(rows);
    }

    private Answer rows(List<String> names, java.util.function.Predicate<Setting> which) {
        List<SettingRows.Row> rows = new ArrayList<>();
        for (String name : names) {
            keys(name).stream().filter(which).forEach(setting -> rows.add(new SettingRows.Row(name, setting)));
        }
        return new SettingRows(
                rows,
                settings.faults().stream()
                        .filter(each -> names.contains(each.name()))
                        .toList());
    }

    private List<Setting> keys(String name) {
        try {
            return settings.list(name);
        } catch (SettingsRefused e) {
            throw OpsCode.SETTINGS.fault(String.join(" ", e.faults()));
        }
    }

    private Map<String, SettingsFault> faults() {
        return settings.faults().stream()
                .collect(Collectors.toMap(SettingsFault::name, fault -> fault, (one, other) -> one));
    }
}
