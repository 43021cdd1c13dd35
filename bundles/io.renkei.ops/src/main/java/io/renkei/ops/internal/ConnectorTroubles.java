package io.renkei.ops.internal;

import io.renkei.api.spi.Troubles;
import io.renkei.api.spi.Troubles.Trouble;
import java.util.Comparator;
import java.util.List;

/** What no connector could be made of. */
public final class ConnectorTroubles implements Health.Look {

    private static final String PART = "connectors";

    private final List<Trouble> troubles;

    public ConnectorTroubles(List<Troubles> sources) {
        troubles = sources.stream()
                .flatMap(source -> source.troubles().stream())
                .sorted(Comparator.comparing(Trouble::where))
                .toList();
    }

    List<Trouble> all() {
        return troubles;
    }

    /** Critical where nothing connects the destination. */
    @Override
    public List<HealthSheet.Finding> check() {
        return troubles.isEmpty()
                ? List.of(HealthSheet.ok(PART, "Every connector file is taken up."))
                : troubles.stream().map(ConnectorTroubles::finding).toList();
    }

    private static HealthSheet.Finding finding(Trouble trouble) {
        return trouble.isServed()
                ? HealthSheet.degraded(PART, sentence(trouble))
                : HealthSheet.critical(PART, sentence(trouble));
    }

    static String sentence(Trouble trouble) {
        return trouble.where() + " is refused, and "
                + (trouble.isServed() ? "what was before stays in use. " : "connects nothing. ")
                + String.join("; ", trouble.sentences());
    }
}
