package io.renkei.door.pages.internal;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The templates. Whatever is put into one is escaped; a name that nobody gave a value is a defect and throws. */
final class Templates {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).withLoader(Templates::open);

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    byte[] render(String name, Map<String, ?> values) {
        return compiled.computeIfAbsent(name, Templates::compile)
                .execute(values)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Template compile(String name) {
        return COMPILER.compile(open(name));
    }

    private static Reader open(String name) {
        return new InputStreamReader(
                Templates.class.getResourceAsStream("templates/" + name + ".mustache"), StandardCharsets.UTF_8);
    }
}
