package io.renkei.routes.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.spi.Lane;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConnectorContextsTest {

    private static final String MAP = "of-this-bundle.csv";
    private static final DestinationLane LANE = new DestinationLane("toy", ToyConnector.HELLO_WORK);

    private final Threads threads = new Threads(1);
    private final ConnectorContexts contexts = new ConnectorContexts(threads, Duration.ofMillis(1));
    private final List<ConnectorContext> open = new ArrayList<>();

    @AfterEach
    void close() {
        contexts.close();
        open.forEach(ConnectorContext::close);
        threads.close();
    }

    /** As each bundle has a loader of its own. */
    private static ClassLoader bundle(URL... content) {
        return new URLClassLoader(content, ConnectorContextsTest.class.getClassLoader());
    }

    private static ConnectorSource source(ClassLoader bundle, boolean bringsCamelParts) {
        return new ConnectorSource("io.renkei.connector.toy/0.1.0", "toy", bundle, bringsCamelParts);
    }

    private ConnectorContext of(ConnectorSource source) throws ConnectorRefused {
        ConnectorContext context = contexts.of(source);
        open.add(context);
        return context;
    }

    @Test
    void theNextBundleFindsAContextWithTheComponentsInUse() throws ConnectorRefused {
        ConnectorContext first = of(source(bundle(), false));
        first.add(new ToyConnector(), LANE);
        await().until(contexts::hasSpare);

        ConnectorContext second = of(source(bundle(), false));
        assertFalse(contexts.hasSpare());
        second.add(new ToyConnector(), LANE);
        assertEquals(first.routeIds(), second.routeIds());
        await().until(contexts::hasSpare);

        assertTrue(of(source(bundle(), false)).components().contains("direct"));
    }

    @Test
    void aBundleHasOneContext() throws ConnectorRefused {
        ConnectorSource source = source(bundle(), false);
        ConnectorContext first = of(source);
        await().until(contexts::hasSpare);
        assertSame(first, of(source));
        assertTrue(contexts.hasSpare());
    }

    @Test
    void aContextThatWasStartedBeforeFindsWhatItsBundleHas(@TempDir Path folder) throws Exception {
        of(source(bundle(), false));
        await().until(contexts::hasSpare);
        Files.writeString(folder.resolve(MAP), "");

        ConnectorContext second = of(source(bundle(folder.toUri().toURL()), false));
        second.add(new NeedsItsMap(), LANE);
        assertEquals(List.of("toy.hello-work.dispatch"), second.routeIds());
    }

    @Test
    void aBundleWithPartsOfCamelStartsAContextOfItsOwn() throws ConnectorRefused {
        of(source(bundle(), false));
        await().until(contexts::hasSpare);
        of(source(bundle(), true));
        assertTrue(contexts.hasSpare());
    }

    @Test
    void noneIsStartedAfterTheEnd() throws ConnectorRefused {
        contexts.close();
        of(source(bundle(), false));
        assertFalse(contexts.hasSpare());
    }

    /** Its routes start where Camel finds a file of its bundle. */
    private static final class NeedsItsMap extends ToyConnector {

        @Override
        public RoutesBuilder routes(Lane lane) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    assertNotNull(getContext().getClassResolver().loadResourceAsURL(MAP));
                    from(lane.uri()).routeId(lane.routePrefix() + ".dispatch").log("x");
                }
            };
        }
    }
}
