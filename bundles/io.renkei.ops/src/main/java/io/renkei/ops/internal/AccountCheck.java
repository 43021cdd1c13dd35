package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.people.AccountJournal.Break;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What the hash chains of accounts say.
 *
 * @param broken the first wrong row, by account
 */
record AccountCheck(long whole, Map<String, Break> broken) implements Answer {

    @Override
    public void print(Page page) {
        page.line("The chains of " + whole + " accounts are whole.");
        broken.forEach((account, fault) -> page.line(
                "The chain of " + account + " is broken at row " + fault.sequence() + ": " + fault.sentence()));
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("whole", whole);
        out.writeArrayFieldStart("broken");
        for (Map.Entry<String, Break> each : broken.entrySet()) {
            out.writeStartObject();
            out.writeStringField("account", each.getKey());
            out.writeNumberField("faultAt", each.getValue().sequence());
            out.writeStringField("fault", each.getValue().sentence());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    @Override
    public Optional<String> alarm() {
        return broken.isEmpty()
                ? Optional.empty()
                : Optional.of(broken.size() + " chains are broken. Keep the database as it is, compare with the newest"
                        + " backup, and report it.");
    }
}
