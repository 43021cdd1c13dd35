package io.renkei.api.model;

/** Writes the table of transitions as the operators read it. */
final class LifecycleDocument {

    private LifecycleDocument() {}

    static String render() {
        StringBuilder page = new StringBuilder();
        page.append("# States of a filing\n\n");
        page.append(
                "Generated from `FilingLifecycle`, the only table of transitions. An event that is not listed for a\n");
        page.append("state came late or twice: it is journaled and changes nothing.\n\n");
        page.append("| state | 状態 | event | next state |\n|---|---|---|---|\n");
        for (FilingState from : FilingState.values()) {
            if (FilingLifecycle.eventsFrom(from).isEmpty()) {
                page.append(row(from.name(), from.japanese(), "none: final", ""));
            }
            for (FilingEvent event : FilingLifecycle.eventsFrom(from)) {
                FilingState to = FilingLifecycle.next(from, event).orElseThrow();
                page.append(row(from.name(), from.japanese(), event.name(), to.name()));
            }
        }
        return page.toString();
    }

    private static String row(String state, String japanese, String event, String next) {
        return "| " + state + " | " + japanese + " | " + event + " | " + next + " |\n";
    }
}
