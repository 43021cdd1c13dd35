package io.renkei.routes.internal;

import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.StagedContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Packages in memory. */
final class MemoryContents implements ContentStore {

    final Map<UUID, byte[]> bodies = new ConcurrentHashMap<>();
    final AtomicInteger opened = new AtomicInteger();

    @Override
    public InputStream open(UUID id) throws IOException {
        opened.incrementAndGet();
        byte[] body = bodies.get(id);
        if (body == null) {
            throw new IOException("no such body");
        }
        return new ByteArrayInputStream(body);
    }

    @Override
    public ContentRef store(CaseKeyId caseKey, InputStream body, long limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StagedContent stage(InputStream body, long limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CaseKeyId newCaseKey() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroyCaseKey(CaseKeyId caseKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discard(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int sweepOrphans(int limit) {
        return 0;
    }
}
