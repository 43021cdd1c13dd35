package io.renkei.companystore.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.outgoing.Envelope;
import io.renkei.ports.outgoing.EventReceiver;
import io.renkei.ports.outgoing.Teller;
import io.renkei.ports.submissions.SubmissionNews;
import io.renkei.ports.submissions.SubmissionStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** What one destination is told, as a batch of CloudEvents (CloudEvents 1.0 JSON format, section 4). No personal data. */
final class NewsFeed implements Teller.Feed {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int BATCH = 100;

    private final SubmissionStore submissions;
    private final AgencySettings settings;
    private final BooleanSupplier mine;

    /** @param mine whether no other file tells this destination */
    NewsFeed(SubmissionStore submissions, AgencySettings settings, BooleanSupplier mine) {
        this.submissions = submissions;
        this.settings = settings;
        this.mine = mine;
    }

    @Override
    public boolean tellNext(EventReceiver agency) {
        if (!mine.getAsBoolean()) {
            return false;
        }
        List<SubmissionNews> news = submissions.claimNews(settings.destination(), settings.lease(), BATCH);
        if (news.isEmpty()) {
            return false;
        }
        boolean taken = false;
        try {
            agency.take(batch(news));
            taken = true;
        } finally {
            if (!taken) {
                submissions.release(settings.destination());
            }
        }
        submissions.told(settings.destination(), news.get(news.size() - 1).place());
        return news.size() == BATCH;
    }

    static byte[] batch(List<SubmissionNews> news) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            for (SubmissionNews each : news) {
                write(json, each);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, SubmissionNews news) throws IOException {
        String number = news.submission().digits();
        String type = "io.renkei.submission." + news.kind().name().toLowerCase(Locale.ROOT);
        Envelope.begin(json, news.to() + "/" + news.place(), news.place(), type, number, news.at());
        json.writeStringField("submission", number);
        json.writeStringField("destination", news.to().value());
        json.writeStringField("path", "/v1/ministry/" + news.to() + "/submissions/" + number);
        Envelope.end(json);
    }
}
