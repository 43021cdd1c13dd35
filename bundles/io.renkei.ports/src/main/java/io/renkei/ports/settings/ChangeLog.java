package io.renkei.ports.settings;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Takes changes of data that no configuration holds into the history of settings. Safe for use by several threads. */
@ProviderType
public interface ChangeLog {

    /**
     * Notes that files were replaced.
     *
     * @param name of the configuration that the files belong to
     * @param key what they are, such as {@code (catalogue)}
     * @param before the digest of what was in use
     * @param after the digest of what is in use now
     * @param file whose owner made the change
     */
    void replaced(String name, String key, String before, String after, Path file);
}
