package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renkei.tools.text.Columns;
import io.renkei.tools.text.Paint;
import java.io.PrintStream;
import java.util.List;

/**
 * What came of the story.
 *
 * @param lost inboxes that an announcement named and that have it not
 * @param strayed entries of it in another inbox
 */
record Ending(String application, List<Row> rows, Accounts accounts, int lost, int strayed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean good() {
        return rows.stream().allMatch(Row::good) && accounts.good() && lost == 0 && strayed == 0;
    }

    void print(PrintStream out, Paint paint) {
        Columns columns = new Columns()
                .row(
                        "",
                        paint.bold("what happened"),
                        paint.bold("how the gateway judged it"),
                        paint.bold("what the operator sees"));
        for (Row row : rows) {
            columns.row(
                    paint.goodOrBad(row.good(), row.good() ? "✓" : "✗"), row.happened(), row.judged(), row.operator());
        }
        out.println();
        columns.print(out, "  ");
        out.println();
        int wrong = accounts.wrong() + strayed;
        int missing = accounts.lost() + lost;
        out.println(paint.goodOrBad(
                good(),
                accounts.issued() + " documents issued, " + accounts.delivered() + " in the inbox: "
                        + (wrong == 0 ? "nothing" : Integer.toString(wrong)) + " delivered to the wrong person, "
                        + (missing == 0 ? "nothing" : Integer.toString(missing)) + " lost"));
    }

    String json() {
        ObjectNode json = JSON.createObjectNode().put("good", good()).put("application", application);
        ArrayNode scenes = json.putArray("scenes");
        rows.forEach(row -> scenes.addObject()
                .put("happened", row.happened())
                .put("judged", row.judged())
                .put("operator", row.operator())
                .put("good", row.good()));
        accounts.into(json.putObject("documents"));
        json.putObject("announcement").put("lost", lost).put("strayed", strayed);
        return json.toPrettyString();
    }
}
