package io.renkei.door.pages.internal;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.SelfInformationItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Items of self-information, as a person reads them. */
final class Items {

    private static final int DEEPEST = 16;

    private Items() {}

    /**
     * One item.
     *
     * @param state one of found, none, hidden, failed, pending; empty text before it was asked for
     */
    record ItemRow(
            String number,
            String name,
            String condition,
            String state,
            String said,
            String asOf,
            boolean found,
            boolean checked,
            boolean allowed,
            List<NodeRow> nodes) {}

    /** A named value, or a group of them. */
    record NodeRow(String name, String value, boolean group, List<NodeRow> nodes) {}

    /** How many there are of each. */
    record Count(int all, int found, int none, int hidden, int failed, int pending) {
        int answered() {
            return all - pending;
        }

        boolean lacks() {
            return failed + pending > 0;
        }
    }

    static String name(SelfInformationItems items, SelfInformationNumber number, Language language) {
        return items.find(number)
                .map(item -> language.isEnglish() ? item.nameEn() : item.subfield() + "（" + item.name() + "）")
                .orElse(number.toString());
    }

    static String condition(Visit visit, AttributeCondition condition) {
        return condition.fold(
                () -> visit.say("condition_latest"),
                day -> visit.say("condition_at", Moments.day(day, visit.language())),
                (from, to) -> visit.say(
                        "condition_range", Moments.day(from, visit.language()), Moments.day(to, visit.language())));
    }

    /** What is wished for, before anything is asked. */
    static List<ItemRow> wished(
            Visit visit,
            SelfInformationItems items,
            Map<SelfInformationNumber, AttributeCondition> wish,
            Set<SelfInformationNumber> allowed) {
        List<ItemRow> rows = new ArrayList<>();
        wish.keySet().stream()
                .sorted()
                .forEach(number -> rows.add(new ItemRow(
                        number.toString(),
                        name(items, number, visit.language()),
                        condition(visit, wish.get(number)),
                        "",
                        "",
                        "",
                        false,
                        false,
                        allowed.contains(number),
                        List.of())));
        return rows;
    }

    /** @param checked whether an item is chosen already */
    static List<ItemRow> answered(
            Visit visit,
            SelfInformationItems items,
            Map<SelfInformationNumber, ItemAnswer> answers,
            Map<SelfInformationNumber, AttributeCondition> wish,
            Set<SelfInformationNumber> checked) {
        List<ItemRow> rows = new ArrayList<>();
        answers.keySet().stream()
                .sorted()
                .forEach(number ->
                        rows.add(row(visit, items, number, answers.get(number), wish, checked.contains(number))));
        return rows;
    }

    private static ItemRow row(
            Visit visit,
            SelfInformationItems items,
            SelfInformationNumber number,
            ItemAnswer answer,
            Map<SelfInformationNumber, AttributeCondition> wish,
            boolean checked) {
        String state = state(answer);
        String asOf = "";
        String said = visit.say("state_" + state);
        List<NodeRow> nodes = List.of();
        if (answer instanceof ItemAnswer.Found found) {
            nodes = nodes(found.values());
            asOf = visit.time(found.asOf());
        } else if (answer instanceof ItemAnswer.NoData none) {
            asOf = visit.time(none.asOf());
        } else if (answer instanceof ItemAnswer.Undisclosed hidden) {
            asOf = visit.time(hidden.asOf());
        } else if (answer instanceof ItemAnswer.Failed failed) {
            said = visit.say("state_failed_code", failed.code());
        }
        return new ItemRow(
                number.toString(),
                name(items, number, visit.language()),
                wish.containsKey(number) ? condition(visit, wish.get(number)) : "",
                state,
                said,
                asOf,
                state.equals("found"),
                checked && state.equals("found"),
                true,
                nodes);
    }

    static Count count(Map<SelfInformationNumber, ItemAnswer> answers) {
        int[] of = new int[5];
        List<String> states = List.of("found", "none", "hidden", "failed", "pending");
        answers.values().forEach(answer -> of[states.indexOf(state(answer))]++);
        return new Count(answers.size(), of[0], of[1], of[2], of[3], of[4]);
    }

    private static String state(ItemAnswer answer) {
        if (answer instanceof ItemAnswer.Found) {
            return "found";
        }
        if (answer instanceof ItemAnswer.NoData) {
            return "none";
        }
        if (answer instanceof ItemAnswer.Undisclosed) {
            return "hidden";
        }
        return answer instanceof ItemAnswer.Failed ? "failed" : "pending";
    }

    static List<NodeRow> nodes(List<AttributeNode> values) {
        return nodes(values, 1);
    }

    /** A tree that goes deeper than anything real is cut there. */
    private static List<NodeRow> nodes(List<AttributeNode> values, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        return values.stream()
                .map(each -> new NodeRow(
                        each.name(),
                        each.value().orElse(""),
                        !each.children().isEmpty(),
                        nodes(each.children(), depth + 1)))
                .toList();
    }
}
