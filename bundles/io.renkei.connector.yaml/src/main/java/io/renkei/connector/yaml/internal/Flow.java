package io.renkei.connector.yaml.internal;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far the ways through a route have come at one place: request made, called, outcome told. On each way there is exactly
 * one call, since after the first nobody could say any more that nothing was sent.
 */
final class Flow {

    private enum Stage {
        START,
        REQUEST,
        CALLED,
        ENDED
    }

    static final Flow START = new Flow(EnumSet.of(Stage.START));
    static final Flow NOWHERE = new Flow(EnumSet.noneOf(Stage.class));

    private final Set<Stage> stages;

    private Flow(Set<Stage> stages) {
        this.stages = stages;
    }

    Flow or(Flow other) {
        EnumSet<Stage> both = EnumSet.noneOf(Stage.class);
        both.addAll(stages);
        both.addAll(other.stages);
        return new Flow(both);
    }

    /** The stages behind a step; what comes in a wrong order is a fault at its place. */
    Flow after(Step step, Tree place) {
        if (step instanceof Step.Body) {
            require(place, EnumSet.of(Stage.START, Stage.REQUEST), "makes a request after its call.");
            return new Flow(EnumSet.of(Stage.REQUEST));
        }
        if (step instanceof Step.Call) {
            require(
                    place,
                    EnumSet.of(Stage.REQUEST),
                    "calls without a renkei-body before it, or a second time: each way through the route has one call.");
            return new Flow(EnumSet.of(Stage.CALLED));
        }
        require(place, EnumSet.of(Stage.CALLED), "tells an outcome that no renkei-http has called for.");
        return new Flow(EnumSet.of(Stage.ENDED));
    }

    private void require(Tree place, Set<Stage> allowed, String sentence) {
        if (!allowed.containsAll(stages)) {
            place.fault(sentence);
        }
    }

    void requireOutcome(Tree place) {
        if (!EnumSet.of(Stage.ENDED).containsAll(stages)) {
            place.fault("have a way that ends without renkei-outcome; end each way with it, `otherwise` among them.");
        }
    }
}
