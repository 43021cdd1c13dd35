package io.renkei.ops.internal;

import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import java.util.Comparator;
import java.util.List;

/** What other bundles tell of themselves. */
public final class ToldHealth implements Health.Look {

    private final List<HealthSource> sources;

    public ToldHealth(List<HealthSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public List<HealthSheet.Finding> check() {
        return sources.stream()
                .flatMap(source -> source.findings().stream())
                .map(ToldHealth::of)
                .sorted(Comparator.comparing(HealthSheet.Finding::part))
                .toList();
    }

    private static HealthSheet.Finding of(Finding told) {
        return switch (told.level()) {
            case OK -> HealthSheet.ok(told.part(), told.sentence());
            case WARNING -> HealthSheet.warning(told.part(), told.sentence());
            case CRITICAL -> HealthSheet.critical(told.part(), told.sentence());
        };
    }
}
