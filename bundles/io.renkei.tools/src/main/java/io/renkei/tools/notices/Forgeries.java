package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.notices.Cast.Issued;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Documents that nobody may believe: one changed after it was sealed, one under another seal, one for another's filing. */
final class Forgeries implements Scene {

    private final Cast cast;
    private final String filing;
    private final String others;

    /**
     * @param filing of the tax office
     * @param others a filing of another ministry
     */
    Forgeries(Cast cast, String filing, String others) {
        this.cast = cast;
        this.filing = filing;
        this.others = others;
    }

    @Override
    public String name() {
        return "forged";
    }

    @Override
    public Row play() throws IOException, InterruptedException {
        Map<Issued, String> expected = new LinkedHashMap<>();
        expected.put(issue(Map.of("flaw", "changed")), "NOTICES-003");
        expected.put(issue(Map.of("flaw", "other-seal")), "NOTICES-006");
        expected.put(issue(Map.of("names", others)), "NOTICES-009");
        for (Map.Entry<Issued, String> each : expected.entrySet()) {
            String id = each.getKey().id();
            JsonNode line = cast.awaitVerdict(id, "FORGED");
            Scene.require(
                    line.path("code").asText().equals(each.getValue()),
                    "quarantined by " + line.path("code").asText() + " instead of " + each.getValue());
            Scene.require(cast.shown(id).isEmpty(), "a forged notice can be seen in the inbox");
            cast.narrator().step("quarantined", each.getValue() + ", in nobody's inbox");
        }
        return Row.good(
                "three forged documents come",
                "FORGED: " + String.join(", ", expected.values()),
                "quarantine, an ERROR line each");
    }

    private Issued issue(Map<String, ?> how) throws IOException, InterruptedException {
        return cast.issue(Cast.TAX_OFFICE, filing, how);
    }
}
