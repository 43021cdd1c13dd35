package io.renkei.door.pages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/io/renkei/door/pages/internal/templates");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(
                new TreeSet<>(Texts.in(Language.JAPANESE).all().keySet()),
                new TreeSet<>(Texts.in(Language.ENGLISH).all().keySet()));
        Texts.in(Language.JAPANESE)
                .all()
                .forEach((key, text) -> assertEquals(
                        places(text), places(Texts.in(Language.ENGLISH).all().get(key)), key));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher each = Pattern.compile("\\{\\d\\}").matcher(text);
        while (each.find()) {
            places.add(each.group());
        }
        return places;
    }

    @Test
    void noTemplateSaysWhatIsNotThereAndNoneLetsAnythingUnescaped() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            List<Path> all = files.toList();
            assertTrue(all.size() > 20);
            for (Path file : all) {
                String template = Files.readString(file);
                assertTrue(!template.contains("{{{") && !template.contains("{{&"), file.toString());
                Matcher said = Pattern.compile("\\{\\{t\\.([A-Za-z0-9_]+)}}").matcher(template);
                while (said.find()) {
                    assertTrue(
                            Texts.in(Language.JAPANESE).all().containsKey(said.group(1)),
                            file.getFileName() + " says " + said.group(1));
                }
            }
        }
    }
}
