package io.renkei.ports.settings;

import java.util.List;
import java.util.Objects;

/**
 * What is wrong with one configuration.
 *
 * @param name of the configuration
 * @param kept whether the settings of before are still in use; else what they are for is down, or runs without them
 * @param sentences all that is wrong, in the terms of the file
 */
public record SettingsFault(String name, boolean kept, List<String> sentences) {

    public SettingsFault {
        Objects.requireNonNull(name, "name");
        sentences = List.copyOf(sentences);
    }
}
