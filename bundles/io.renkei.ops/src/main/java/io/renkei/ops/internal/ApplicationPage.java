package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.ports.state.ApplicationView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Some applications.
 *
 * @param next where the next page begins, if there may be one
 */
record ApplicationPage(List<ApplicationView> applications, Optional<ArrivalNumber> next) implements Answer {

    private static final List<String> HEADERS =
            List.of("number", "arrived (JST)", "sender", "sender's number", "filings", "state", "状態");

    @Override
    public void print(Page page) {
        page.table(HEADERS, applications.stream().map(ApplicationPage::row).toList(), "There is no such application.");
        next.ifPresent(number -> page.line("More: --before " + number));
    }

    private static List<String> row(ApplicationView application) {
        return List.of(
                application.number().digits(),
                Times.japan(application.arrived()),
                application.sender().value(),
                application.senderNumber().value(),
                String.valueOf(application.filings().size()),
                application.state().name(),
                application.state().japanese());
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("applications");
        for (ApplicationView application : applications) {
            out.writeStartObject();
            header(out, application);
            out.writeNumberField("filings", application.filings().size());
            out.writeEndObject();
        }
        out.writeEndArray();
        Json.text(out, "next", next.map(ArrivalNumber::digits));
        out.writeEndObject();
    }

    static void header(JsonGenerator out, ApplicationView application) throws IOException {
        out.writeStringField("number", application.number().digits());
        out.writeStringField("arrived", application.arrived().toString());
        out.writeStringField("sender", application.sender().value());
        out.writeStringField("senderNumber", application.senderNumber().value());
        out.writeStringField("state", application.state().name());
        out.writeStringField("stateJa", application.state().japanese());
    }
}
