package io.renkei.ports.settings;

import java.util.List;

/** A change of settings is not made. */
public final class SettingsRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** @param faults all of them, at least one, each a sentence that says what to do */
    public SettingsRefused(List<String> faults) {
        super(String.join(" ", faults), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
