package io.renkei.door.tls.internal;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Objects;

/** A PKCS#12 file and what opens it. */
record StoreFile(Path file, String password) {

    /** @param key the setting of org.apache.felix.http that names the file; its password stands under {@code .password} */
    static StoreFile of(Dictionary<String, ?> settings, String key) {
        Object file = settings.get(key);
        if (file == null || file.toString().isBlank()) {
            throw new IllegalArgumentException(key + " names no file; set it in org.apache.felix.http.cfg.");
        }
        String text = file.toString().strip();
        return new StoreFile(
                Path.of(text.startsWith("file:") ? text.substring("file:".length()) : text),
                Objects.toString(settings.get(key + ".password"), ""));
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
