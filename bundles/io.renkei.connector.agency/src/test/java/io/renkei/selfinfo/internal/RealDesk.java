package io.renkei.selfinfo.internal;

import io.renkei.api.spi.AttributeSource;
import io.renkei.api.spi.LinkageCodeSource;
import io.renkei.catalogue.internal.LiveCatalogue;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.selfinfo.SelfInformation;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The kernel as it runs in the gateway, with quick pauses. */
public final class RealDesk implements AutoCloseable {

    private final Desk desk;

    public RealDesk(RealStores stores, LiveCatalogue catalogue, LinkageCodeSource codes, AttributeSource... agencies) {
        desk = new Desk(
                new SelfInfoSettings(
                        Duration.ofMinutes(10),
                        Duration.ofHours(1),
                        8,
                        4,
                        20,
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        7),
                new Desk.Stores(stores.questions(), stores.records(), stores.linkageCodes()),
                catalogue,
                catalogue,
                () -> Optional.of(codes),
                Clock.systemUTC());
        for (AttributeSource agency : agencies) {
            desk.connected(agency);
        }
        desk.start();
    }

    public SelfInformation questions() {
        return desk.questions();
    }

    @Override
    public void close() {
        desk.close();
    }
}
