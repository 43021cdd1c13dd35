package io.renkei.testkit;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.LinkageCode;
import io.renkei.api.spi.AttributeSource;
import io.renkei.api.spi.AttributeSource.Item;
import io.renkei.api.spi.AttributeSource.Question;
import io.renkei.testkit.ToySource.Sin;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.parallel.Isolated;

/** A source that keeps each promise passes. */
@Isolated("counts threads")
class ToySourceContractTest extends AttributeSourceContract {

    /** What it breaks; of this thread; empty but for {@link AttributeContractNoticesTest}. */
    static final ThreadLocal<Set<Sin>> SINS = ThreadLocal.withInitial(() -> EnumSet.noneOf(Sin.class));

    private static final Item LATEST = new Item(new AttributeCondition.Latest(), Optional.empty());

    @Override
    protected Agency agency() throws IOException {
        return new ToyAgency();
    }

    @Override
    protected AttributeSource source(String url) {
        return new ToySource(url, EnumSet.copyOf(SINS.get()));
    }

    @Override
    protected void disconnect(AttributeSource source) {}

    @Override
    protected Question question() {
        return new Question(
                UUID.randomUUID(),
                new LinkageCode("LC-of-the-toy"),
                Map.of(ToySource.ONE, LATEST, ToySource.TWO, LATEST),
                Instant.parse("2026-04-01T00:00:00Z"));
    }
}
