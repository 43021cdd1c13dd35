package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the ministries issued for one application, held against what lies in inboxes.
 *
 * @param issued different good documents that the ministries made: one for each decided filing, and those that were ordered
 * @param delivered of the application in the inbox of the person who filed
 * @param lost good documents that are not there
 * @param wrong notices that somebody else can open, or that were not good and can be opened
 */
record Accounts(int issued, int delivered, int lost, int wrong) {

    /** Waits until what was issued is in the inbox, and counts. */
    static Accounts of(Cast cast, String application, Set<String> filings) throws IOException, InterruptedException {
        Set<String> good = new HashSet<>();
        Set<String> bad = new HashSet<>();
        cast.ministries().lines(cast.since(), "issued", line -> {
            if (filings.contains(line.path("filing").asText())) {
                boolean forged = !line.at("/details/flaw").asText().isEmpty()
                        || filings.contains(line.at("/details/names").asText());
                (forged ? bad : good).add(line.path("remoteId").asText());
            }
        });
        int decided = 0;
        for (JsonNode filing : cast.filings(application).values()) {
            decided += filing.at("/state/code").asText().equals("CLOSED") ? 1 : 0;
        }
        int issued = decided + good.size();
        List<JsonNode> inbox = awaited(cast, application, issued);
        Set<String> numbers = new HashSet<>();
        int wrong = 0;
        for (JsonNode notice : inbox) {
            String number = notice.path("issuer_number").asText();
            numbers.add(number);
            boolean misplaced = bad.contains(number)
                    || !filings.contains(notice.path("filing").asText());
            wrong += misplaced || opens(cast, notice) ? 1 : 0;
        }
        return new Accounts(issued, inbox.size(), issued - numbers.size(), wrong + (inbox.size() - numbers.size()));
    }

    private static List<JsonNode> awaited(Cast cast, String application, int issued)
            throws IOException, InterruptedException {
        try {
            return cast.patience()
                    .until(
                            "the inbox holds all that was issued",
                            () -> cast.documents("application=" + application),
                            inbox -> inbox.size() >= issued);
        } catch (IOException late) {
            // Counted as lost.
            return cast.documents("application=" + application);
        }
    }

    /** Whether a stranger can open it. */
    private static boolean opens(Cast cast, JsonNode notice) throws IOException, InterruptedException {
        int listed =
                cast.stranger().get("/v1/notices/" + notice.path("id").asText()).status();
        int document = cast.stranger().get(notice.path("document").asText()).status();
        return listed != 404 || document != 404;
    }

    boolean good() {
        return issued > 0 && lost == 0 && wrong == 0;
    }

    void into(ObjectNode json) {
        json.put("issued", issued).put("delivered", delivered).put("lost", lost).put("wrong", wrong);
    }
}
