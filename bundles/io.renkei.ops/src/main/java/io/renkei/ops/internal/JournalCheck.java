package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.BatchStore.Place;
import io.renkei.ports.evidence.ChainHead;
import io.renkei.ports.state.JournalRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the hash chain of an application or a submission says, and the newest root that it is sealed into. The chain shows rows
 * that were changed, dropped, moved or put in; the root shows rows that were cut off its end or a chain that was written anew.
 * What came after the root shows only to somebody who holds a later digest, so the last digest is part of the answer.
 *
 * @param rows how many there are
 * @param last the digest of the last row, as hexadecimal digits
 * @param broken the first row that is wrong
 * @param root the newest one that holds the chain; empty while none does
 */
public record JournalCheck(
        ArrivalNumber number, int rows, String last, Optional<HashChain.Break> broken, Optional<Root> root)
        implements Answer {

    /**
     * @param batch its number
     * @param rows up to which row
     * @param fault what is wrong with it, if anything is
     */
    public record Root(long batch, long rows, boolean stamped, Optional<String> fault) {}

    /**
     * @param timeLine everything that was written of a number, in order
     * @throws OpsFault if that is nothing
     */
    public static JournalCheck of(
            Function<ArrivalNumber, List<JournalRow>> timeLine, BatchProof proof, ArrivalNumber number) {
        // Read before the rows, so that what is sealed is among them.
        Optional<Place> place = proof.batches().newestOf(number);
        List<JournalRow> rows = timeLine.apply(number);
        if (rows.isEmpty()) {
            throw OpsCode.NOT_FOUND.fault("application or submission " + number);
        }
        String last = rows.get(rows.size() - 1).digest().hex();
        return new JournalCheck(
                number, rows.size(), last, HashChain.verify(rows), place.map(at -> root(proof, at, rows)));
    }

    private static Root root(BatchProof proof, Place place, List<JournalRow> rows) {
        Batch batch = place.batch();
        ChainHead head = place.head();
        boolean isRow = rows.stream()
                .anyMatch(
                        row -> row.sequence() == head.sequence() && row.digest().equals(head.digest()));
        Optional<String> fault = isRow
                ? proof.fault(
                        batch,
                        proof.batches().list(Optional.of(batch.number()), 1).stream()
                                .findFirst())
                : Optional.of("row " + head.sequence() + " of the chain is not the one that was sealed");
        return new Root(batch.number(), head.sequence(), batch.stamp().isPresent(), fault);
    }

    @Override
    public void print(Page page) {
        page.line(
                broken.isEmpty()
                        ? "The chain of " + number + " is whole: " + rows + " rows."
                        : "The chain of " + number + " is broken; " + rows + " rows were read.");
        page.line("Last digest: " + last);
        page.line(root.map(this::sentence).orElse("No row is sealed yet."));
    }

    private String sentence(Root seal) {
        return seal.fault()
                .map(fault -> "Batch " + seal.batch() + ": " + fault + ".")
                .orElseGet(() -> "Rows 1 to " + seal.rows() + " are sealed into batch " + seal.batch()
                        + (seal.stamped() ? ", which has a timestamp." : ", which has no timestamp."));
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("number", number.digits());
        out.writeNumberField("rows", rows);
        out.writeStringField("lastDigest", last);
        out.writeBooleanField("whole", alarm().isEmpty());
        Json.text(out, "fault", broken.map(HashChain.Break::sentence).or(() -> root.flatMap(Root::fault)));
        if (broken.isPresent()) {
            out.writeNumberField("faultAt", broken.get().sequence());
        }
        if (root.isPresent()) {
            out.writeNumberField("batch", root.get().batch());
            out.writeNumberField("sealedRows", root.get().rows());
            out.writeBooleanField("timestamped", root.get().stamped());
        }
        out.writeEndObject();
    }

    @Override
    public Optional<String> alarm() {
        return broken.map(fault -> "Row " + fault.sequence() + ": " + fault.sentence())
                .or(() -> root.flatMap(seal -> seal.fault().map(fault -> "Batch " + seal.batch() + ": " + fault)))
                .map(what -> what + ". Keep the database as it is, compare with the newest backup, and report it.");
    }
}
