package io.renkei.connector.yaml.internal;

import io.renkei.api.model.ItemId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Camel's {@code simple} language that a file may use: references to exchange properties that the gateway
 * itself has set, compared with words. No function, no method, no other language: nothing can be called.
 */
final class Expressions {

    /** What item properties are named with, dots and hyphens of the id as underscores. */
    static final String ITEM_PREFIX = "item_";

    private static final List<String> LANGUAGES = List.of("constant", "simple", "expression");
    private static final String REFERENCE = "\\$\\{exchangeProperty\\.([a-z][a-z0-9_]*)\\}";
    private static final String WORD = "'[^'\"\\\\$#{}<>]{0,100}'";
    private static final String COMPARISON = REFERENCE + " ?(?:==|!=) ?" + WORD;
    private static final Pattern CONDITION =
            Pattern.compile(COMPARISON + "(?: (?:&&|\\|\\|) " + COMPARISON + "){0,15}");
    private static final Pattern VALUE = Pattern.compile("(?:[\\x20-\\x7e&&[^$#{}\\\\]]|" + REFERENCE + "){1,400}");
    private static final Pattern CONSTANT = Pattern.compile("[\\x20-\\x7e&&[^$#{}\\\\]]{1,400}");
    private static final Pattern REFERENCES = Pattern.compile(REFERENCE);

    private Expressions() {}

    /** The property that a fact of a filing has in the exchange. */
    static String property(String fact) {
        return fact.replace('-', '_');
    }

    /** The property that an item has in the exchange. */
    static String property(ItemId item) {
        return ITEM_PREFIX + item.value().replace('.', '_').replace('-', '_');
    }

    /** A condition, from a map with {@code simple} or {@code expression}. */
    static Optional<String> condition(Tree place) {
        Tree text = in("simple", place);
        return text.form(
                        CONDITION,
                        "is no condition that a file may have; write ${exchangeProperty.NAME} == 'word', with != , && and "
                                + "|| where needed, and NAME one of filing, procedure, destination, attempt, arrived and "
                                + "item_… (the item's id with _ for dots and hyphens).")
                .filter(found -> isKnown(text, found, true));
    }

    /** A text without a person's data; references in it name facts of the filing only. */
    static Optional<String> value(Tree text) {
        return text.form(
                        VALUE,
                        "is no text that a file may have; write visible ASCII without $ # { } \\, and references "
                                + "${exchangeProperty.NAME} with NAME one of filing, procedure, destination, attempt, "
                                + "arrived and package_digest.")
                .filter(found -> isNoResource(text, found) && isKnown(text, found, false));
    }

    static Optional<String> constant(Tree text) {
        return text.form(CONSTANT, "is no constant that a file may have; write visible ASCII without $ # { } \\.")
                .filter(found -> isNoResource(text, found));
    }

    /** The text under a language's name, in the short or the long form of Camel; another language is a fault. */
    static Tree in(String language, Tree place) {
        Tree holder = place.at("expression").isMap() ? place.at("expression") : place;
        if (holder != place) {
            holder.isMapOf(Set.of(language));
        }
        if (LANGUAGES.stream().filter(place::has).count() > 1) {
            place.fault("has two expressions; keep one.");
        }
        Tree found = holder.at(language);
        return found.isMap() && found.isMapOf(Set.of("expression")) ? found.at("expression") : found;
    }

    private static boolean isNoResource(Tree place, String text) {
        if (text.toLowerCase(Locale.ROOT).strip().startsWith("resource:")) {
            place.fault("would be read from elsewhere; write the text itself.");
            return false;
        }
        return true;
    }

    private static boolean isKnown(Tree place, String text, boolean withItems) {
        boolean known = true;
        Matcher reference = REFERENCES.matcher(text);
        while (reference.find()) {
            String name = reference.group(1);
            boolean fact = Reference.FACTS.stream().map(Expressions::property).anyMatch(name::equals);
            if (!fact && !(withItems && name.startsWith(ITEM_PREFIX))) {
                place.fault("${exchangeProperty." + name + "} is not set by the gateway"
                        + (name.startsWith(ITEM_PREFIX) ? " here: an item is a person's data." : "."));
                known = false;
            }
        }
        return known;
    }
}
