package io.renkei.architecture;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a bundle says when something is wrong, and what is to be done. A bundle keeps its codes in an enum whose name ends
 * in {@code Code}, with the fields {@code sentence} and {@code sentenceJa} and with a field or a method {@code code}.
 * Codes of its own that stand only in the bundle's README are taken from there.
 *
 * @param japanese empty where there is no such sentence
 */
record Code(String code, String english, String japanese) {

    private static final Pattern README_LINE = Pattern.compile("\\| `?([A-Z]{2,12}-[0-9]{3})`? \\| (.*) \\|");

    /** In the order of the codes. */
    static List<Code> of(String bundle) throws IOException {
        List<Code> codes = new ArrayList<>();
        try (URLClassLoader classes = new URLClassLoader(allClasses(), ClassLoader.getPlatformClassLoader())) {
            for (String name : enums(bundle)) {
                Class<?> type = Class.forName(name, true, classes);
                for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
                    codes.add(new Code(
                            codeOf(constant), words(text(constant, "sentence")), words(text(constant, "sentenceJa"))));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "a code enum of " + bundle + " has another form than those of the others: " + e.getMessage(), e);
        }
        codes.addAll(onlyInReadme(bundle, codes));
        codes.sort(Comparator.comparing(Code::code));
        return codes;
    }

    private static List<Code> onlyInReadme(String bundle, List<Code> known) throws IOException {
        Set<String> prefixes =
                new TreeSet<>(List.of(bundle.toUpperCase(Locale.ROOT).split("\\.")));
        known.forEach(each -> prefixes.add(each.prefix()));
        Set<String> codes = new TreeSet<>(known.stream().map(Code::code).toList());
        List<Code> more = new ArrayList<>();
        for (String line : Files.readAllLines(Bundles.folder(bundle).resolve("README.md"))) {
            Matcher row = README_LINE.matcher(line);
            if (row.matches()) {
                Code found = new Code(row.group(1), row.group(2).replace(" | ", ": "), "");
                if (prefixes.contains(found.prefix()) && codes.add(found.code())) {
                    more.add(found);
                }
            }
        }
        return more;
    }

    /** What stands before the number. */
    String prefix() {
        return code.substring(0, code.indexOf('-'));
    }

    private static String codeOf(Object constant) throws ReflectiveOperationException {
        boolean isField = Arrays.stream(constant.getClass().getDeclaredFields())
                .anyMatch(field -> field.getName().equals("code"));
        if (isField) {
            return text(constant, "code");
        }
        Method code = constant.getClass().getDeclaredMethod("code");
        code.setAccessible(true);
        return (String) code.invoke(constant);
    }

    private static String text(Object constant, String name) throws ReflectiveOperationException {
        Field field = constant.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return (String) field.get(constant);
    }

    /** What is filled in when the sentence is said stands as an ellipsis. */
    private static String words(String sentence) {
        return sentence.replaceAll("%(\\d\\$)?[sd]", "…");
    }

    private static List<String> enums(String bundle) throws IOException {
        Path classes = Bundles.classes(bundle);
        try (Stream<Path> all = Files.walk(classes.resolve(bundle.replace('.', '/')))) {
            return all.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith("Code.class") && !file.contains("$"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static URL[] allClasses() throws IOException {
        List<URL> all = new ArrayList<>();
        for (String bundle : Bundles.written()) {
            all.add(Bundles.classes(bundle).toUri().toURL());
        }
        return all.toArray(URL[]::new);
    }
}
