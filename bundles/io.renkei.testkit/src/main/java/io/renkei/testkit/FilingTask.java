package io.renkei.testkit;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.DispatchTask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The first attempt at a filing, as the route host hands it over. Immutable: each method that changes something gives another
 * one. It prints its key only.
 *
 * @param files with their bytes, in order
 */
public record FilingTask(
        FilingKey filing,
        ProcedureId procedure,
        DestinationId destination,
        FilingContent content,
        Instant arrived,
        String originalFormat,
        Map<Part, byte[]> files)
        implements DispatchTask {

    /** In whose name each of them came. */
    public static final PartnerId SENDER = new PartnerId("acme");

    /** Of the package that each of them came with. */
    public static final Sha256 DIGEST = Sha256.of("原本".getBytes(StandardCharsets.UTF_8));

    /** The first of July in Japan, and still June elsewhere. */
    private static final Instant ARRIVED = Instant.parse("2026-06-30T15:30:00Z");

    public FilingTask {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** One without files, with a key that no other has. */
    public static FilingTask of(DestinationId destination, ProcedureId procedure, FilingContent content) {
        return new FilingTask(
                key(RandomGenerator.getDefault()), procedure, destination, content, ARRIVED, "", Map.of());
    }

    /** The key of a second filing of the first of July 2026. */
    public static FilingKey key(RandomGenerator random) {
        return new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), random), 2);
    }

    public FilingTask as(FilingKey key) {
        return new FilingTask(key, procedure, destination, content, arrived, originalFormat, files);
    }

    public FilingTask of(ProcedureId other) {
        return new FilingTask(filing, other, destination, content, arrived, originalFormat, files);
    }

    public FilingTask of(FilingContent other) {
        return new FilingTask(filing, procedure, destination, other, arrived, originalFormat, files);
    }

    public FilingTask arrived(Instant at) {
        return new FilingTask(filing, procedure, destination, content, at, originalFormat, files);
    }

    /** As the applicant's signed files of a format, which go out byte for byte. */
    public FilingTask original(String format) {
        return new FilingTask(filing, procedure, destination, content, arrived, format, files);
    }

    public FilingTask with(Map<Part, byte[]> otherFiles) {
        return new FilingTask(filing, procedure, destination, content, arrived, originalFormat, otherFiles);
    }

    /** With one attachment more. */
    public FilingTask with(String id, String file, String mediaType, byte[] bytes) {
        Map<Part, byte[]> more = new LinkedHashMap<>(files);
        more.put(new Part(id, file, false, mediaType, bytes.length, Sha256.of(bytes)), bytes);
        return with(more);
    }

    public FilingTask with(String item, ItemValue value) {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>(content.items());
        items.put(new ItemId(item), value);
        return of(new FilingContent(items));
    }

    public FilingTask without(String item) {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>(content.items());
        items.remove(new ItemId(item));
        return of(new FilingContent(items));
    }

    @Override
    public PartnerId sender() {
        return SENDER;
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public Sha256 packageDigest() {
        return DIGEST;
    }

    @Override
    public List<Part> parts() {
        return List.copyOf(files.keySet());
    }

    @Override
    public byte[] bytes(Part part) {
        return files.get(part).clone();
    }

    @Override
    public String toString() {
        return filing.toString();
    }
}
