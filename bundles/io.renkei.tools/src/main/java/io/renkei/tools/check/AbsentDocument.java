package io.renkei.tools.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.Sha256;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A document that evidence proves by its digest alone, as its time was over when the evidence was asked for. */
final class AbsentDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NOTHING = {};

    private AbsentDocument() {}

    /**
     * The digest of the document that {@code notice.json} says is left out, where a row of the time line names it. A message
     * without a seal may belong to no application, and then has no time line.
     */
    static Optional<Sha256> of(Map<String, byte[]> files) {
        boolean holdsOne =
                files.keySet().stream().anyMatch(file -> file.startsWith("document.") || file.startsWith("message."));
        if (holdsOne) {
            return Optional.empty();
        }
        try {
            JsonNode notice = JSON.readTree(files.getOrDefault("notice.json", NOTHING));
            if (!notice.path("document_absent").isTextual()) {
                return Optional.empty();
            }
            Sha256 digest = new Sha256(notice.path("sha256").asText());
            boolean isAlone = notice.path("verdict").asText().equals("UNSEALED") && !files.containsKey("journal.json");
            return isAlone || isNamed(digest, files) ? Optional.of(digest) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isNamed(Sha256 digest, Map<String, byte[]> files) throws IOException {
        for (JsonNode row :
                JSON.readTree(files.getOrDefault("journal.json", NOTHING)).path("rows")) {
            if (row.path("detail").asText().contains(digest.hex())) {
                return true;
            }
        }
        return false;
    }
}
