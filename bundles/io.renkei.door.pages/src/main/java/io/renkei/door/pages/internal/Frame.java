package io.renkei.door.pages.internal;

import io.renkei.ports.access.Listener;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.people.AccountKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands on every page around its own part. */
final class Frame {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/-]{1,128}");
    private static final Set<String> KEPT =
            Set.of("to", Visit.FOR, "before", "all", "refresh", "show", "month", "inbox", "year", "unread");

    private Frame() {}

    /** One entry of the menu. */
    record Entry(String label, String href, boolean current) {}

    static Map<String, Object> values(Visit visit, View view) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("t", Texts.in(visit.language()).all());
        values.put("lang", visit.language().tag());
        values.put("english", visit.language().isEnglish());
        values.put("title", view.title());
        values.put("token", visit.secret().isEmpty() ? "" : FormToken.of(visit.secret()));
        values.put("for", visit.actingBy().map(Object::toString).orElse(""));
        values.put("people", visit.settings().people().toString());
        boolean here = visit.match().route().listener() == Listener.PEOPLE;
        values.put("base", here ? "" : visit.settings().people().toString());
        values.put("switch", switchLink(visit));
        values.put("signed", visit.signedIn().isPresent());
        values.put(
                "who",
                visit.signedIn()
                        .map(signed -> visit.say(
                                signed.session().account().kind() == AccountKind.PERSON ? "who_person" : "who_company"))
                        .orElse(""));
        values.put(
                "acting",
                visit.acting()
                        .map(each -> visit.say(
                                "acting_banner",
                                visit.time(each.registered()),
                                Moments.day(each.grant().until(), visit.language())))
                        .orElse(""));
        values.put("menu", visit.signedIn().isPresent() && !view.focused() ? menu(visit) : List.of());
        values.putAll(view.values());
        return values;
    }

    private static List<Entry> menu(Visit visit) {
        List<Entry> menu = new ArrayList<>();
        List<String> names = visit.acting().isPresent()
                ? acting(visit)
                : List.of(
                        "inbox",
                        "sites",
                        "handovers",
                        "holdings",
                        "self-information",
                        "access-records",
                        "delegations",
                        "certificates");
        boolean person = visit.signedIn()
                .filter(signed -> signed.session().account().kind() == AccountKind.PERSON)
                .isPresent();
        for (String name : names) {
            if (name.equals("certificates") && !person) {
                continue;
            }
            String path = "/people/" + name;
            String key = "menu_" + name.replace('-', '_');
            String to = name.equals("delegations") ? path : visit.link(path);
            String base = visit.match().route().listener() == Listener.PEOPLE
                    ? ""
                    : visit.settings().people().toString();
            menu.add(new Entry(visit.say(key), base + to, visit.path().startsWith(path)));
        }
        return menu;
    }

    private static List<String> acting(Visit visit) {
        boolean notices = visit.acting()
                .filter(each -> each.grant().covers(Service.NOTICES, Moments.dayOf(visit.now())))
                .isPresent();
        List<String> pages = List.of("self-information", "access-records", "delegations");
        return notices ? Stream.concat(Stream.of("inbox"), pages.stream()).toList() : pages;
    }

    /** The same page in the other language; none for what a form was answered with. */
    private static String switchLink(Visit visit) {
        if (!visit.match().route().method().equals("GET")) {
            return "";
        }
        StringBuilder link = new StringBuilder(visit.path())
                .append("?lang=")
                .append(visit.language().isEnglish() ? "ja" : "en");
        for (String name : new java.util.TreeSet<>(visit.fields().keySet())) {
            String value = visit.field(name);
            if (KEPT.contains(name) && PLAIN.matcher(value).matches()) {
                link.append('&').append(name).append('=').append(value);
            }
        }
        return link.toString();
    }
}
