package io.renkei.notices.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptDocumentTest {

    @Test
    void isReadFromTheStoreOnceAndGivesTheSameBytesEachTime() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        byte[] bytes = {1, 2, 3};
        KeptDocument document = new KeptDocument(() -> {
            reads.incrementAndGet();
            return new ByteArrayInputStream(bytes);
        });
        for (int i = 0; i < 3; i++) {
            try (InputStream input = document.open()) {
                assertArrayEquals(bytes, input.readAllBytes());
            }
        }
        assertEquals(1, reads.get());
    }

    @Test
    void asksTheStoreAgainAfterAReadThatFailed() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        KeptDocument document = new KeptDocument(() -> {
            if (reads.incrementAndGet() == 1) {
                throw new IOException("away");
            }
            return new ByteArrayInputStream(new byte[1]);
        });
        assertThrows(IOException.class, document::open);
        assertEquals(1, document.open().readAllBytes().length);
    }
}
