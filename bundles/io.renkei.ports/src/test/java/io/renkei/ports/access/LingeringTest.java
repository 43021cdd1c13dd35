package io.renkei.ports.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LingeringTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Lingering lingering = new Lingering(nanos::get);

    /** Sends for ever, a byte each nanosecond times {@code pace}. */
    private final class Endless extends InputStream {
        private final long pace;
        private long sent;

        Endless(long pace) {
            this.pace = pace;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            sent += length;
            nanos.addAndGet(pace);
            return length;
        }
    }

    @Test
    void whatEndsIsReadToItsEnd() {
        InputStream rest = new ByteArrayInputStream(new byte[100_000]);
        assertTrue(lingering.drain(rest));
        assertTrue(lingering.drain(InputStream.nullInputStream()));
    }

    @Test
    void whatGoesOnForEverIsLeftAfterItsBytes() {
        Endless rest = new Endless(1);
        assertFalse(lingering.drain(rest));
        assertEquals(Lingering.MOST_BYTES, rest.sent);
    }

    @Test
    void whatDripsIsLeftAfterItsTime() {
        Endless rest = new Endless(Lingering.LONGEST.toNanos() / 4);
        assertFalse(lingering.drain(rest));
        assertTrue(rest.sent < Lingering.MOST_BYTES);
    }

    @Test
    void aCallerThatGoesIsNoFailure() {
        assertFalse(lingering.drain(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        }));
    }

    @Test
    void noMoreThanSomeHoldAThread() throws Exception {
        CountDownLatch silence = new CountDownLatch(1);
        Phaser reading = new Phaser(Lingering.AT_ONCE + 1);
        Thread[] threads = new Thread[Lingering.AT_ONCE];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> lingering.drain(new InputStream() {
                @Override
                public int read() throws IOException {
                    reading.arrive();
                    try {
                        silence.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    return -1;
                }
            }));
            threads[i].start();
        }
        reading.arriveAndAwaitAdvance();
        assertFalse(lingering.drain(InputStream.nullInputStream()), "there is no place");
        silence.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(lingering.drain(InputStream.nullInputStream()), "places come back");
    }
}
