package io.renkei.door.pages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is true of each page, whatever stands on it. */
final class Pages {

    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr", "img");

    private Pages() {}

    static void check(Browser.Page page) {
        String html = page.html();
        assertTrue(html.matches("(?s)<!DOCTYPE html>\\s*<html lang=\"(ja|en)\">.*"), "no language");
        assertTrue(
                html.contains("class=\"skip\" href=\"#main\"") && html.contains("<main id=\"main\""), "no skip link");
        assertEquals(1, count(html, "<h1"), "a page has one heading of the first rank");
        assertTrue(html.contains("name=\"viewport\" content=\"width=device-width, initial-scale=1\""), "no viewport");
        assertFalse(
                html.contains("<script") || html.contains("<style") || html.contains(" style=\""),
                "inline style or script");
        assertFalse(Pattern.compile("<[^>]*\\son[a-z]+=").matcher(html).find(), "a handler of events");
        assertFalse(html.contains("{{") || html.contains("}}"), "a template shows through");
        checkAddresses(page);
        checkLabels(html);
        checkIds(html);
        checkNesting(html);
        checkHeaders(page);
    }

    /** Nothing is loaded from elsewhere; links lead to one of the two listeners, or say that they do not. */
    private static void checkAddresses(Browser.Page page) {
        String html = page.html().replaceAll("<a [^>]*href=\"https://[^\"]*\" rel=\"external noreferrer\">", "<a>");
        Matcher addresses =
                Pattern.compile("\\s(?:href|src|action)=\"([^\"]*)\"").matcher(html);
        while (addresses.find()) {
            String address = addresses.group(1);
            assertTrue(
                    address.startsWith("/") || address.startsWith("#") || address.startsWith("https://localhost:"),
                    "leads elsewhere: " + address);
        }
    }

    private static void checkLabels(String html) {
        Matcher inputs = Pattern.compile("<(input|select|textarea)([^>]*)>").matcher(html);
        while (inputs.find()) {
            if (!inputs.group(2).contains("type=\"hidden\"")) {
                Matcher id = ID.matcher(inputs.group(2));
                assertTrue(
                        id.find() && html.contains("<label for=\"" + id.group(1) + "\""),
                        "no label: " + inputs.group());
            }
        }
        assertFalse(Pattern.compile("<button[^>]*>\\s*</button>").matcher(html).find(), "a button without words");
        assertFalse(Pattern.compile("<a [^>]*>\\s*</a>").matcher(html).find(), "a link without words");
    }

    private static void checkIds(String html) {
        Set<String> seen = new HashSet<>();
        Matcher ids = ID.matcher(html);
        while (ids.find()) {
            assertTrue(seen.add(ids.group(1)), "twice: " + ids.group(1));
        }
        Matcher named = Pattern.compile("aria-labelledby=\"([^\"]*)\"").matcher(html);
        while (named.find()) {
            assertTrue(seen.contains(named.group(1)), "named by nothing: " + named.group(1));
        }
    }

    /** Each element is closed where it was opened. */
    private static void checkNesting(String html) {
        java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>").matcher(html.replace("<!DOCTYPE html>", ""));
        while (tags.find()) {
            if (!tags.group(1).isEmpty()) {
                assertEquals(open.poll(), tags.group(2), "closed where another is open");
            } else if (!VOID.contains(tags.group(2))) {
                open.push(tags.group(2));
            }
        }
        assertEquals(List.of(), List.copyOf(open));
    }

    private static void checkHeaders(Browser.Page page) {
        assertEquals("no-store", page.header("Cache-Control"));
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
        assertEquals("same-origin", page.header("Referrer-Policy"));
        String policy = page.header("Content-Security-Policy");
        assertTrue(
                policy.startsWith("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'")
                        && policy.endsWith("; frame-ancestors 'none'; base-uri 'none'"),
                policy);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
