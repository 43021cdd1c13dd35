package io.renkei.tools.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.sample.SignedDocuments.Signed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Official documents come in by the ministries' REST door, each for another filing that was submitted before. */
final class NoticePhase {

    private static final String AVAILABLE = "io.renkei.notice.available";
    private static final long LOOK_MILLIS = 250;
    private static final long STALLED_SECONDS = 30;

    private final Site site;
    private final OpenLoop loop;

    /** @param loop with the connections of the ministry */
    NoticePhase(Site site, OpenLoop loop) {
        this.site = site;
        this.loop = loop;
    }

    /**
     * What was measured, from the intended start of each on.
     *
     * @param available until the notice lay in the inbox, by the gateway's own time
     * @param delivered until the portal had taken the event about it
     * @param missing accepted documents that the portal heard nothing of, of the warm-up too
     * @param seconds from the end of the warm-up until the portal had taken the last event
     * @param cpu seconds of the gateway in that time, per measured notice
     */
    record Result(
            double rate,
            OpenLoop.Result load,
            Latencies available,
            Latencies delivered,
            long missing,
            double seconds,
            double cpu) {

        /** Verified, in the inbox, and the portal told. */
        double perSecond() {
            return delivered.count() / seconds;
        }

        boolean good() {
            return missing == 0 && available.count() == delivered.count() && load.measured() > 0;
        }
    }

    Result run(String destination, List<Signed> documents, double rate, int warm)
            throws IOException, InterruptedException {
        long line = site.sandbox().newest();
        double[] cpu = new double[1];
        Documents sent = new Documents(destination, documents);
        OpenLoop.Result load = loop.run(sent, rate, warm, () -> cpu[0] = site.cpuSeconds());
        Map<Integer, Instant> told = told(line, sent.numbers());
        double spent = site.cpuSeconds() - cpu[0];
        Map<Integer, Instant> available = available(destination, sent.numbers());
        Instant last = told.values().stream().max(Instant::compareTo).orElse(load.first());
        return new Result(
                rate,
                load,
                latencies(load, available, warm),
                latencies(load, told, warm),
                load.accepted().size() - told.size(),
                Duration.between(load.intended(warm), last).toNanos() / 1e9,
                spent / Math.max(1, load.measured()));
    }

    /** When the portal took the event about each; waits for all of them, but not for ever. */
    private Map<Integer, Instant> told(long line, Map<String, Integer> notices)
            throws IOException, InterruptedException {
        Map<Integer, Instant> told = new HashMap<>();
        long after = line;
        long moved = System.nanoTime();
        while (told.size() < notices.size() && System.nanoTime() - moved < TimeUnit.SECONDS.toNanos(STALLED_SECONDS)) {
            int before = told.size();
            after = site.sandbox().lines(after, "event", event -> {
                Integer number = notices.get(event.at("/details/notice").asText());
                if (number != null && event.at("/details/type").asText().equals(AVAILABLE)) {
                    told.putIfAbsent(number, Instant.parse(event.path("at").asText()));
                }
            });
            if (told.size() > before) {
                moved = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(told.size() < notices.size() ? LOOK_MILLIS : 0);
        }
        return told;
    }

    /** When each lay in the inbox, newest first, from the partner's list. */
    private Map<Integer, Instant> available(String destination, Map<String, Integer> notices)
            throws IOException, InterruptedException {
        Map<Integer, Instant> available = new HashMap<>();
        String first = "/v1/notices?limit=100&destination=" + destination;
        String page = first;
        while (!page.isEmpty() && available.size() < notices.size()) {
            JsonNode list = site.gateway().get(page).expect(200).json();
            for (JsonNode notice : list.path("notices")) {
                Integer number = notices.get(notice.path("id").asText());
                if (number != null) {
                    available.put(number, Instant.parse(notice.path("available").asText()));
                }
            }
            page = list.has("next") ? first + "&cursor=" + list.path("next").asText() : "";
        }
        return available;
    }

    private static Latencies latencies(OpenLoop.Result load, Map<Integer, Instant> at, int warm) {
        return Latencies.ofNanos(at.entrySet().stream()
                .filter(one -> one.getKey() >= warm)
                .mapToLong(one -> Duration.between(load.intended(one.getKey()), one.getValue())
                        .toNanos())
                .toArray());
    }
}
