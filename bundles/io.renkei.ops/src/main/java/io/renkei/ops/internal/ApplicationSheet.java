package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.JournalRow;
import java.io.IOException;
import java.util.List;

/**
 * One application.
 *
 * @param rows its time line, oldest first
 * @param shown whether a person wants to see the time line; a program always gets it
 */
record ApplicationSheet(ApplicationView application, List<JournalRow> rows, boolean shown) implements Answer {

    private static final List<String> TIME_LINE = List.of("row", "at (JST)", "filing", "event", "detail");

    @Override
    public void print(Page page) {
        page.line("application      " + application.number());
        page.line("state            " + application.state() + " "
                + application.state().japanese());
        page.line("arrived (JST)    " + Times.japan(application.arrived()));
        page.line("sender           " + application.sender());
        page.line("sender's number  " + application.senderNumber());
        page.line("");
        page.table(FilingPage.HEADERS, FilingPage.rows(application.filings()), "It has no filings.");
        application.filings().forEach(filing -> receipts(page, filing));
        application.filings().forEach(filing -> answer(page, filing));
        if (shown) {
            page.line("");
            page.table(TIME_LINE, rows.stream().map(ApplicationSheet::row).toList(), "Nothing is written of it.");
        } else {
            page.line("Time line: " + rows.size() + " rows (--time-line, or --json).");
        }
    }

    private static void receipts(Page page, FilingView filing) {
        filing.receipts()
                .forEach(receipt -> page.line("receipt of " + filing.key() + ": " + receipt.destination() + " "
                        + receipt.kind() + " " + receipt.value()));
    }

    private static void answer(Page page, FilingView filing) {
        filing.earlier()
                .ifPresent(earlier -> page.line(filing.key() + " is " + filing.purpose() + " "
                        + filing.purpose().japanese() + " of " + earlier));
    }

    private static List<String> row(JournalRow row) {
        return List.of(
                String.valueOf(row.sequence()),
                Times.japan(row.at()),
                row.filing().map(FilingKey::toString).orElse(""),
                row.event(),
                row.detail());
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        ApplicationPage.header(out, application);
        out.writeArrayFieldStart("filings");
        for (FilingView filing : application.filings()) {
            out.writeStartObject();
            Json.filing(out, filing);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("timeLine");
        for (JournalRow row : rows) {
            timeLine(out, row);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** The detail stays a text: the digest covers its bytes. */
    private static void timeLine(JsonGenerator out, JournalRow row) throws IOException {
        out.writeStartObject();
        out.writeNumberField("sequence", row.sequence());
        out.writeStringField("at", row.at().toString());
        Json.text(out, "filing", row.filing().map(FilingKey::toString));
        out.writeStringField("event", row.event());
        out.writeStringField("detail", row.detail());
        out.writeStringField("digest", row.digest().hex());
        out.writeEndObject();
    }
}
