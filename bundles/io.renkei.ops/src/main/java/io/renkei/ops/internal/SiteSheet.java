package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Sites;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sites. */
record SiteSheet(List<Row> sites) implements Answer {

    private static final List<String> HEADERS =
            List.of("site", "name", "first link", "sign-on", "handover", "items", "accounts");

    /** One site. */
    record Row(Site site, Sites.Opening firstLink, Sites.Opening signOn, Sites.Opening handover, boolean vouches) {}

    static Row row(Sites sites, Site site, Instant now) {
        return new Row(
                site,
                sites.opening(site.id(), Sites.Use.FIRST_LINK, now),
                sites.opening(site.id(), Sites.Use.SIGN_ON, now),
                sites.opening(site.id(), Sites.Use.HANDOVER, now),
                sites.vouches(site.id()));
    }

    @Override
    public void print(Page page) {
        page.table(
                HEADERS,
                sites.stream().map(SiteSheet::line).toList(),
                "No site can be linked. Its file is etc/io.renkei.linkage.site-NAME.cfg; see renkei:health.");
    }

    private static List<String> line(Row row) {
        return List.of(
                row.site().id().value(),
                row.site().name().ja(),
                words(row.firstLink()),
                words(row.signOn()),
                words(row.handover()),
                Integer.toString(row.site().items().size()),
                row.site().accounts().stream()
                        .map(kind -> kind.name().toLowerCase(java.util.Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    private static String words(Sites.Opening opening) {
        String state = opening.open() ? "open" : "closed";
        return opening.next().map(next -> state + " until " + Times.japan(next)).orElse(state);
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("sites");
        for (Row row : sites) {
            out.writeStartObject();
            out.writeStringField("id", row.site().id().value());
            out.writeStringField("nameJa", row.site().name().ja());
            out.writeStringField("nameEn", row.site().name().en());
            opening(out, "firstLink", row.firstLink());
            opening(out, "signOn", row.signOn());
            opening(out, "handover", row.handover());
            out.writeNumberField("items", row.site().items().size());
            out.writeBooleanField("vouches", row.vouches());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void opening(JsonGenerator out, String field, Sites.Opening opening) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeBooleanField("open", opening.open());
        Json.time(out, "until", opening.next());
        Json.text(out, "hours", Optional.of(opening.hours().en()).filter(hours -> !hours.isEmpty()));
        out.writeEndObject();
    }
}
