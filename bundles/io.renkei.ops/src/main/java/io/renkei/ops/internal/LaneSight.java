package io.renkei.ops.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.lanes.LaneView;
import java.util.List;
import java.util.Optional;

/** How a destination's lane matters to a filing that waits for it. */
record LaneSight(DestinationId destination, Optional<LaneView> lane) {

    /** The lane that is used: a refused connector counts only where there is no other. */
    static LaneSight of(DestinationId destination, List<LaneView> lanes) {
        List<LaneView> its = lanes.stream()
                .filter(lane -> lane.destination().equals(destination))
                .toList();
        Optional<LaneView> used = its.stream()
                .filter(lane -> lane.state() != LaneView.State.REFUSED)
                .findFirst();
        return new LaneSight(destination, used.or(() -> its.stream().findFirst()));
    }

    boolean running() {
        return lane.map(view -> view.state() == LaneView.State.RUNNING).orElse(false);
    }

    /** Whether a connector can be asked about the destination's filings; a pause stops sending only. */
    boolean canAsk() {
        return lane.map(view -> view.state() != LaneView.State.REFUSED
                        && view.state() != LaneView.State.ENDING
                        && !view.connectorId().isEmpty())
                .orElse(false);
    }

    String stuck() {
        if (lane.isEmpty()) {
            return "No connector for " + destination + " is installed on this node.";
        }
        LaneView view = lane.get();
        return switch (view.state()) {
            case RUNNING -> destination + " takes filings; " + view.inFlight() + " are under way.";
            case PAUSED -> "An operator paused " + destination + ": " + view.reason() + ".";
            case KILLED -> "An operator stopped " + destination + ": " + view.reason() + ".";
            case CLOSED -> destination + " is closed now by its service hours.";
            case BROKEN -> destination + " failed repeatedly" + code(view) + ".";
            case ENDING ->
                "The connector for " + destination + " was taken out; " + view.inFlight() + " are under way.";
            case REFUSED -> "The connector for " + destination + " is not used (" + view.reason() + ").";
        };
    }

    String machine() {
        if (lane.isEmpty()) {
            return "Keeps it on the queue of " + destination + " until a connector starts.";
        }
        LaneView view = lane.get();
        return switch (view.state()) {
            case RUNNING -> "Sends it within seconds, when its turn comes.";
            case PAUSED, KILLED, CLOSED ->
                view.until()
                        .map(end -> "Goes on by itself at " + Times.japan(end) + " (JST).")
                        .orElse("Nothing until "
                                + (view.state() == LaneView.State.CLOSED
                                        ? "the catalogue opens " + destination + "."
                                        : "somebody resumes " + destination + "."));
            case BROKEN ->
                "Asks " + destination
                        + view.until()
                                .map(next -> " at " + Times.japan(next) + " (JST)")
                                .orElse(" again and again")
                        + " whether it answers, and then sends.";
            case ENDING, REFUSED -> "Keeps it on the queue of " + destination + " until a connector starts.";
        };
    }

    String human() {
        if (lane.isEmpty()) {
            return "Install or start its connector: bundle:list, scr:list, the log.";
        }
        return switch (lane.get().state()) {
            case RUNNING -> "Nothing. If it stays so for minutes: renkei:health.";
            case PAUSED, KILLED -> "renkei:connector-resume " + destination + ", when the reason is gone.";
            case CLOSED -> "Nothing. If the hours are wrong: etc/catalogue/destinations.yaml.";
            case BROKEN -> "Nothing during announced maintenance; else call the desk of " + destination + ".";
            case ENDING -> "Install or start its connector, if it was not taken out for good: renkei:setting-rollback.";
            case REFUSED -> "See renkei:connector-list and the log; correct its configuration or remove one of two.";
        };
    }

    private static String code(LaneView view) {
        String why = view.lastFailure().isEmpty() ? view.reason() : view.lastFailure();
        return why.isEmpty() ? "" : " (" + why + ")";
    }
}
