package io.renkei.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what is wrong with one configuration, so that all of it is told at once. For one thread. */
public final class SettingsCheck {

    private final List<String> faults = new ArrayList<>();

    /**
     * Reads one setting.
     *
     * @param key stands before the fault, if there is one
     * @param value throws {@link IllegalArgumentException} with a sentence that repeats no secret
     * @return empty if it has a fault
     */
    public <T> Optional<T> read(String key, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            faults.add(key + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** @param sentence what is true of a right configuration */
    public void require(boolean holds, String sentence) {
        if (!holds) {
            faults.add(sentence);
        }
    }

    /** Requires that a number lies between two others, both allowed. */
    public void within(String key, long value, long least, long most) {
        require(value >= least && value <= most, key + " lies between " + least + " and " + most);
    }

    /** @throws IllegalArgumentException with one line per fault, if there is any */
    public void finish() {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }
}
