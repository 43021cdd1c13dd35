package io.renkei.connector.yaml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that appear, change and go while the gateway runs. A look is asked for by the test, and none by time. */
class LiveFilesTest {

    @TempDir
    Path folder;

    private final Offers offers = new Offers();
    private LiveFiles files;

    /** What is offered, as the route host would see it, and everything that happened in order. */
    private static final class Offers implements LiveFile.Makes {

        private final ConnectorMaker maker =
                new ConnectorMaker(TestFiles.ALLOWED, text -> text, TestFiles.NO_TLS, Clock.systemUTC());
        private final Map<String, FileConnector> offered = new ConcurrentHashMap<>();
        private final List<String> events = Collections.synchronizedList(new ArrayList<>());
        private volatile CountDownLatch drained = new CountDownLatch(0);

        @Override
        public FileConnector make(String name, LiveFile.Source source) throws FileRefused {
            try {
                return maker.make(name, source);
            } catch (FileRefused e) {
                events.add("refused " + name);
                throw e;
            }
        }

        @Override
        public Runnable offer(FileConnector connector) {
            String destination = connector.destination().value();
            offered.put(destination, connector);
            events.add("offered " + destination);
            return () -> {
                try {
                    drained.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                offered.remove(destination);
                events.add("taken back " + destination);
            };
        }

        private void await(String... wanted) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertEquals(List.of(wanted), List.copyOf(events)));
        }

        private int concurrency(String destination) {
            return offered.get(destination).settings().concurrency();
        }
    }

    @BeforeEach
    void start() throws IOException {
        Files.createDirectory(folder.resolve("templates"));
        for (Template template : TestFiles.templates().values()) {
            Files.writeString(folder.resolve(template.file()), template.text());
        }
        files = new LiveFiles(new ConnectorFolder(folder), offers);
    }

    @AfterEach
    void stop() {
        offers.drained.countDown();
        files.close();
        assertTrue(offers.offered.isEmpty());
    }

    private static String of(String destination) throws IOException {
        return TestFiles.at("http://localhost:1", TestFiles.route())
                .replace("destination: e-tax", "destination: " + destination);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void looks() {
        files.look();
        files.look();
        files.look();
    }

    @Test
    void aFileIsTakenUpReplacedAndTakenOut() throws IOException {
        write("a.yaml", of("one"));
        looks();
        offers.await("offered one");
        write("a.yaml", of("one").replace("concurrency: 2", "concurrency: 13"));
        looks();
        offers.await("offered one", "taken back one", "offered one");
        assertEquals(13, offers.concurrency("one"));
        Files.delete(folder.resolve("a.yaml"));
        looks();
        offers.await("offered one", "taken back one", "offered one", "taken back one");
    }

    @Test
    void aFileThatIsStillBeingWrittenIsWaitedOut() throws IOException {
        String whole = of("one");
        for (int length = 100; length < whole.length(); length += 300) {
            write("a.yaml", whole.substring(0, length));
            files.look();
        }
        write("a.yaml", whole);
        looks();
        offers.await("offered one");
    }

    @Test
    void aWrongVersionLeavesTheOneInUseAndIsToldOnce() throws IOException {
        write("a.yaml", of("one"));
        looks();
        offers.await("offered one");
        FileConnector inUse = offers.offered.get("one");
        write("a.yaml", of("one").replace("renkei-http:post", "http:post"));
        looks();
        looks();
        offers.await("offered one", "refused a.yaml");
        assertEquals(inUse, offers.offered.get("one"));
        write("a.yaml", of("one"));
        looks();
        looks();
        assertEquals(inUse, offers.offered.get("one"), "what is in use already is not replaced by itself");
    }

    @Test
    void whatIsRefusedIsToldUntilItIsRightOrGone() throws IOException {
        write("a.yaml", of("one"));
        write("b.yaml", of("two").replace("renkei-http:post", "http:post"));
        looks();
        awaitTroubles("b.yaml false");
        assertTrue(files.troubles().get(0).sentences().get(0).contains("the component \"http\" is not allowed"));
        write("a.yaml", of("one").replace("concurrency: 2", "concurrency: none"));
        looks();
        awaitTroubles("a.yaml true", "b.yaml false");
        write("a.yaml", of("one"));
        Files.delete(folder.resolve("b.yaml"));
        looks();
        awaitTroubles();
    }

    private void awaitTroubles(String... wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        List.of(wanted),
                        files.troubles().stream()
                                .map(each -> each.where() + " " + each.isServed())
                                .sorted()
                                .toList()));
    }

    @Test
    void aBadFileHoldsUpNoOtherAndAChangeTouchesOneFileOnly() throws IOException {
        write("a.yaml", "- bad");
        write("b.yaml", of("two"));
        write("c.yaml.example", of("three"));
        write(".d.yaml", of("four"));
        looks();
        Awaitility.await().until(() -> offers.events.size() == 2);
        assertTrue(offers.events.contains("refused a.yaml"));
        FileConnector two = offers.offered.get("two");
        write("a.yaml", of("one"));
        looks();
        Awaitility.await().until(() -> offers.offered.containsKey("one"));
        assertEquals(two, offers.offered.get("two"));
        assertEquals(3, offers.events.size(), offers.events.toString());
    }

    @Test
    void aFileThatDrainsHoldsUpNoOther() throws IOException {
        offers.drained = new CountDownLatch(1);
        write("a.yaml", of("one"));
        looks();
        offers.await("offered one");
        write("a.yaml", of("one").replace("concurrency: 2", "concurrency: 13"));
        write("b.yaml", of("two"));
        looks();
        offers.await("offered one", "offered two");
        assertEquals(2, offers.concurrency("one"));
        offers.drained.countDown();
        offers.await("offered one", "offered two", "taken back one", "offered one");
        assertEquals(13, offers.concurrency("one"));
    }

    @Test
    void aChangedTemplateReplacesItsInstancesAndNothingElse() throws IOException {
        write("a.yaml", TestFiles.at("http://localhost:1", TestFiles.instance()));
        looks();
        offers.await("offered e-tax");
        write("b.yaml", of("two"));
        looks();
        offers.await("offered e-tax", "offered two");
        FileConnector two = offers.offered.get("two");
        String template = Files.readString(folder.resolve("templates/rest-desk.yaml"));
        write("templates/rest-desk.yaml", template.replace("200-201", "201"));
        looks();
        offers.await("offered e-tax", "offered two", "taken back e-tax", "offered e-tax");
        assertEquals(two, offers.offered.get("two"));
        write("templates/rest-desk.yaml", "bad: [");
        looks();
        offers.await("offered e-tax", "offered two", "taken back e-tax", "offered e-tax", "refused a.yaml");
    }

    @Test
    void aFileThatIsNoTextIsRefusedForItself() throws IOException {
        Files.write(folder.resolve("a.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
        Files.createDirectory(folder.resolve("b.yaml"));
        looks();
        Awaitility.await().until(() -> offers.events.size() == 2);
        write("c.yaml", of("three"));
        looks();
        Awaitility.await().until(() -> offers.offered.containsKey("three"));
    }

    @Test
    void aFolderThatIsNotThereHasNoFiles() {
        LiveFiles none = new LiveFiles(new ConnectorFolder(folder.resolve("no-such-folder")), offers);
        none.look();
        none.look();
        none.close();
        assertEquals(List.of(), offers.events);
    }
}
