package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * A small office that takes plain JSON (no seal, no form), at {@code /desk/{destination}}: what a destination that is
 * connected by a file looks like. It sends no official document back; its state has to be asked for.
 */
final class DeskSimulator implements Simulator {

    private final RestDesk desk;

    DeskSimulator(Parts parts) {
        desk = new RestDesk(parts, new RestDesk.Kind("desk", "試験受付窓口", "", "receiptNumber", "DK%010d"));
    }

    @Override
    public String path() {
        return "/desk";
    }

    @Override
    public Map<String, Order> orders() {
        return Map.of("desk/refuse", desk::refuse);
    }

    @Override
    public void handle(Call call) throws IOException {
        String[] path = call.segments();
        try {
            String destination = new DestinationId(path.length == 0 ? "" : path[0]).value();
            desk.serve(destination, Arrays.copyOfRange(path, 1, path.length), call, DeskSimulator::check);
        } catch (IllegalArgumentException e) {
            throw new Refusal(404, "A desk is named by its destination.");
        }
    }

    private static RestDesk.Taken check(Call call) throws RestDesk.Report {
        JsonNode body;
        try {
            body = call.json();
        } catch (IOException e) {
            throw new RestDesk.Report("FORM", "");
        }
        String filing = body.path("filing").asText();
        if (!filing.equals(call.header("Renkei-Filing").orElse(""))) {
            throw new RestDesk.Report("FILING", "");
        }
        if (body.path("procedure").asText().isEmpty()
                || body.path("employer").path("name").asText().isBlank()) {
            throw new RestDesk.Report("CONTENT", "employer.name");
        }
        try {
            String digest = body.path("packageDigest").asText();
            return new RestDesk.Taken(FilingKey.parse(filing), new Sha256(digest).hex());
        } catch (IllegalArgumentException e) {
            throw new RestDesk.Report("DIGEST", "");
        }
    }
}
