package io.renkei.ports.settings;

import java.util.Objects;
import java.util.Optional;

/**
 * One key. A value that looks like a secret and is no reference is masked.
 *
 * @param standard what it is where nobody sets it
 * @param written what the file says; empty where it does not set the key
 * @param running what is in use; empty where the default is
 * @param meaning the sentence of the file
 */
public record Setting(String key, String standard, Optional<String> written, Optional<String> running, String meaning) {

    public Setting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(standard, "standard");
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(running, "running");
        Objects.requireNonNull(meaning, "meaning");
    }

    /** What is in use, the default included. */
    public String effective() {
        return running.orElse(standard);
    }

    /** Whether what is in use is not the default. */
    public boolean differs() {
        return !effective().equals(standard);
    }

    /** Whether the file says what is not in use. */
    public boolean keptOut() {
        return !written.equals(running);
    }
}
