package io.renkei.ports.content;

import io.renkei.api.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies in memory, under the key of no case. */
public class MemoryContents implements ContentStore {

    private final Map<UUID, byte[]> bodies = new ConcurrentHashMap<>();

    /** How often a body was asked for. */
    public final AtomicInteger opened = new AtomicInteger();

    /** As if it had been staged and kept. */
    public ContentRef put(byte[] body) {
        ContentRef ref = new ContentRef(UUID.randomUUID(), body.length, Sha256.of(body));
        bodies.put(ref.id(), body);
        return ref;
    }

    @Override
    public StagedContent stage(InputStream body, long limit) throws IOException {
        byte[] bytes = body.readNBytes((int) Math.min(limit, Integer.MAX_VALUE - 8) + 1);
        if (bytes.length > limit) {
            throw new ContentTooLarge(limit);
        }
        ContentRef ref = put(bytes);
        return () -> ref;
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        opened.incrementAndGet();
        byte[] body = bodies.get(id);
        if (body == null) {
            throw new IOException("/var/lib/content/" + id + " is gone");
        }
        return new ByteArrayInputStream(body);
    }

    @Override
    public void discard(UUID id) {
        bodies.remove(id);
    }

    /** Nothing grows old. */
    @Override
    public int sweepOrphans(int limit) {
        return 0;
    }

    @Override
    public ContentRef store(CaseKeyId caseKey, InputStream body, long limit) {
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
}
