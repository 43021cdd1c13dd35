package io.renkei.ops.internal;

import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.Holds;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What operators did or have to do: whether the intake is paused, and how the deployed bundles are. */
public final class OperatorHealth implements Health.Look {

    private final Optional<Holds> holds;
    private final Supplier<List<String>> bundles;

    /** @param bundles what is wrong with bundles, a sentence each */
    public OperatorHealth(Optional<Holds> holds, Supplier<List<String>> bundles) {
        this.holds = holds;
        this.bundles = bundles;
    }

    @Override
    public List<HealthSheet.Finding> check() {
        return List.of(intake(), bundles());
    }

    private HealthSheet.Finding intake() {
        return holds.map(Holds::holds).orElse(List.of()).stream()
                .filter(hold -> hold.subject() instanceof Hold.Intake)
                .findFirst()
                .map(pause -> HealthSheet.degraded("intake", IntakeSheet.sentence(pause)))
                .orElse(HealthSheet.ok("intake", "New applications are taken."));
    }

    private HealthSheet.Finding bundles() {
        List<String> troubles = bundles.get();
        return troubles.isEmpty()
                ? HealthSheet.ok("bundles", "All run.")
                : HealthSheet.degraded("bundles", String.join(" ", troubles));
    }
}
