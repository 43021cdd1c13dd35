package io.renkei.door.pages.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The words of the pages in one language. */
final class Texts {

    private static final Map<Language, Texts> ALL = Map.of(
            Language.JAPANESE, read(Language.JAPANESE),
            Language.ENGLISH, read(Language.ENGLISH));

    private final Map<String, String> words;

    private Texts(Map<String, String> words) {
        this.words = Map.copyOf(words);
    }

    static Texts in(Language language) {
        return ALL.get(language);
    }

    private static Texts read(Language language) {
        String name = "texts." + language.tag() + ".properties";
        try (Reader reader = new InputStreamReader(Texts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            Properties read = new Properties();
            read.load(reader);
            Map<String, String> words = new LinkedHashMap<>();
            read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
            return new Texts(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By key, for the templates. */
    Map<String, String> all() {
        return words;
    }

    /** @param values take the places of {0}, {1} and so on */
    String say(String key, Object... values) {
        String text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
