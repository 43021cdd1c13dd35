package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.state.JournalRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the hash chain of an application or a submission says. It shows rows that were changed, dropped, moved or put in; rows cut off
 * its end show only to somebody who holds a later digest, so the last digest is part of the answer.
 *
 * @param rows how many there are
 * @param last the digest of the last row, as hexadecimal digits
 * @param broken the first row that is wrong
 */
public record JournalCheck(ArrivalNumber number, int rows, String last, Optional<HashChain.Break> broken)
        implements Answer {

    /**
     * @param rows everything that was written of it, in order
     * @throws OpsFault if that is nothing
     */
    public static JournalCheck of(ArrivalNumber number, List<JournalRow> rows) {
        if (rows.isEmpty()) {
            throw OpsCode.NOT_FOUND.fault("application or submission " + number);
        }
        String last = rows.get(rows.size() - 1).digest().hex();
        return new JournalCheck(number, rows.size(), last, HashChain.verify(rows));
    }

    @Override
    public void print(Page page) {
        page.line(
                broken.isEmpty()
                        ? "The chain of " + number + " is whole: " + rows + " rows."
                        : "The chain of " + number + " is broken; " + rows + " rows were read.");
        page.line("Last digest: " + last);
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("number", number.digits());
        out.writeNumberField("rows", rows);
        out.writeStringField("lastDigest", last);
        out.writeBooleanField("whole", broken.isEmpty());
        Json.text(out, "fault", broken.map(HashChain.Break::sentence));
        if (broken.isPresent()) {
            out.writeNumberField("faultAt", broken.get().sequence());
        }
        out.writeEndObject();
    }

    @Override
    public Optional<String> alarm() {
        return broken.map(fault -> "Row " + fault.sequence() + ": " + fault.sentence()
                + ". Keep the database as it is, compare with the newest backup, and report it.");
    }
}
