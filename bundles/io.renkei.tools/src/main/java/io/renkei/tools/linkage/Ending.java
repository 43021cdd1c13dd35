package io.renkei.tools.linkage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renkei.tools.text.Columns;
import io.renkei.tools.text.Paint;
import java.io.PrintStream;
import java.util.List;

/** What came of the story. */
record Ending(List<Row> rows) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 80;

    Ending {
        rows = List.copyOf(rows);
    }

    boolean good() {
        return rows.stream().allMatch(Row::good);
    }

    void print(PrintStream out, Paint paint) {
        Columns columns = new Columns()
                .row(
                        "",
                        paint.bold("site"),
                        paint.bold("what happened"),
                        paint.bold("what was expected"),
                        paint.bold("what was seen"));
        for (Row row : rows) {
            columns.row(
                    paint.goodOrBad(row.good(), row.good() ? "✓" : "✗"),
                    row.scene(),
                    row.happened(),
                    row.expected(),
                    shortened(row.seen()));
        }
        out.println();
        columns.print(out, "  ");
        out.println();
        long bad = rows.stream().filter(row -> !row.good()).count();
        out.println(paint.goodOrBad(
                good(), rows.size() + " steps, " + (bad == 0 ? "all as expected" : bad + " not as expected")));
    }

    /** What was seen is told whole in the story and in JSON. */
    private static String shortened(String seen) {
        int end = seen.offsetByCodePoints(0, Math.min(LONGEST, seen.codePointCount(0, seen.length())));
        return end < seen.length() ? seen.substring(0, end) + "…" : seen;
    }

    String json() {
        ObjectNode json = JSON.createObjectNode().put("good", good());
        ArrayNode steps = json.putArray("steps");
        rows.forEach(row -> steps.addObject()
                .put("site", row.scene())
                .put("happened", row.happened())
                .put("expected", row.expected())
                .put("seen", row.seen())
                .put("good", row.good()));
        return json.toPrettyString();
    }
}
