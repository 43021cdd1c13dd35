package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.evidence.Batch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the newest batches say.
 *
 * @param checked how many were looked at
 * @param stamped how many of these have a timestamp
 * @param faults what is wrong with which
 */
public record BatchCheck(long checked, long stamped, List<Fault> faults) implements Answer {

    private static final int MOST = 1_000_000;
    private static final int PAGE = 100;

    /** @param sentence what is wrong with the batch */
    public record Fault(long batch, String sentence) {}

    /** @param limit how many, the newest first */
    public static BatchCheck of(BatchProof proof, int limit) {
        int most = Names.limit(limit, MOST);
        List<Fault> faults = new ArrayList<>();
        long checked = 0;
        long stamped = 0;
        List<Batch> page = proof.batches().list(Optional.empty(), PAGE);
        while (!page.isEmpty() && checked < most) {
            List<Batch> older =
                    proof.batches().list(Optional.of(page.get(page.size() - 1).number()), PAGE);
            for (int i = 0; i < page.size() && checked < most; i++) {
                Batch batch = page.get(i);
                Optional<Batch> before = i + 1 < page.size()
                        ? Optional.of(page.get(i + 1))
                        : older.stream().findFirst();
                proof.fault(batch, before).ifPresent(why -> faults.add(new Fault(batch.number(), why)));
                checked++;
                stamped += batch.stamp().isPresent() ? 1 : 0;
            }
            page = older;
        }
        return new BatchCheck(checked, stamped, List.copyOf(faults));
    }

    @Override
    public void print(Page page) {
        page.line(
                faults.isEmpty()
                        ? "The newest " + checked + " batches are whole and follow each other; " + stamped
                                + " have a timestamp."
                        : checked + " batches were looked at; " + faults.size() + " are not as they were sealed.");
        faults.forEach(fault -> page.line("Batch " + fault.batch() + ": " + fault.sentence() + "."));
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("checked", checked);
        out.writeNumberField("stamped", stamped);
        out.writeBooleanField("whole", faults.isEmpty());
        out.writeArrayFieldStart("faults");
        for (Fault fault : faults) {
            out.writeStartObject();
            out.writeNumberField("batch", fault.batch());
            out.writeStringField("fault", fault.sentence());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    @Override
    public Optional<String> alarm() {
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Batch " + faults.get(0).batch() + ": " + faults.get(0).sentence()
                                + ". Keep the database as it is, compare with the newest backup, and report it.");
    }
}
