package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The interrupt of one thread closes the database file for none. */
@Timeout(30)
class InterruptedThreadTest {

    @TempDir
    Path folder;

    @Test
    void keepsTheFileOpenWhenAThreadReadsAndWritesItWhileInterrupted() throws IOException {
        FilePathDsync.register();
        byte[] text = "受付".getBytes(StandardCharsets.UTF_8);
        try (FileChannel file = FilePath.get("dsync:" + folder.resolve("file")).open("rw")) {
            ByteBuffer read = ByteBuffer.allocate(text.length);
            Thread.currentThread().interrupt();
            try {
                file.write(ByteBuffer.wrap(text), 4096);
                file.force(true);
                file.read(read, 4096);
            } finally {
                assertTrue(Thread.interrupted(), "the interrupt is not swallowed");
            }
            assertTrue(file.isOpen());
            assertArrayEquals(text, read.array());
            assertEquals(4096 + text.length, file.size());
        }
    }

    @Test
    void admitsOnWhenAThreadIsInterruptedWhileItAdmits() throws Exception {
        List<ArrivalNumber> acknowledged = Collections.synchronizedList(new ArrayList<>());
        try (Journal journal = Journal.open(H2Files.empty(folder))) {
            for (int round = 0; round < 30; round++) {
                AtomicReference<Throwable> thrown = new AtomicReference<>();
                CountDownLatch admitting = new CountDownLatch(3);
                Thread writer = new Thread(() -> admitUntilInterrupted(journal, acknowledged, admitting));
                writer.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
                writer.start();
                assertTrue(admitting.await(10, TimeUnit.SECONDS));
                writer.interrupt();
                writer.join(TimeUnit.SECONDS.toMillis(10));
                assertEquals(Thread.State.TERMINATED, writer.getState());
                if (thrown.get() != null) {
                    // Interrupted while it waited for a connection: not accepted, and said so.
                    boolean said = thrown.get() instanceof StateUnavailable
                            || thrown.get() instanceof UncheckedIOException e
                                    && e.getCause().getCause() instanceof StateUnavailable;
                    assertTrue(said, () -> thrown.get().toString());
                }
                NewApplication next = Samples.application(journal.contents(), 1);
                assertInstanceOf(
                        Admission.Admitted.class, journal.applications().admit(next));
                acknowledged.add(next.number());
            }
        }
        try (Journal journal = Journal.open(H2Files.none(folder))) {
            assertTrue(acknowledged.size() >= 120);
            for (ArrivalNumber number : acknowledged) {
                assertTrue(journal.applications().find(number).isPresent());
            }
        }
    }

    private static void admitUntilInterrupted(
            Journal journal, List<ArrivalNumber> acknowledged, CountDownLatch admitting) {
        while (!Thread.currentThread().isInterrupted()) {
            NewApplication application = Samples.application(journal.contents(), 1);
            journal.applications().admit(application);
            acknowledged.add(application.number());
            admitting.countDown();
        }
    }
}
