package io.renkei.tools.linkage;

import io.renkei.tools.text.Narrator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the scenes tell, in order. */
final class Rows {

    private final List<Row> told = new ArrayList<>();
    private final Narrator narrator;
    private String scene = "";

    Rows(Narrator narrator) {
        this.narrator = narrator;
    }

    void begin(String name) {
        scene = name;
        narrator.line("");
    }

    /** What was seen and is as expected. */
    void good(String happened, String expected, String seen) {
        told.add(new Row(scene, happened, expected, seen, true));
        narrator.step(scene, happened + ": " + seen);
    }

    /** @throws IOException if it does not hold, after it was told */
    void expect(boolean holds, String happened, String expected, String seen) throws IOException {
        if (!holds) {
            throw new Differs(happened, expected, seen);
        }
        good(happened, expected, seen);
    }

    /** Ends the scene. */
    void differs(Exception why) {
        Row row = why instanceof Differs differs
                ? new Row(scene, differs.happened, differs.expected, differs.seen, false)
                : new Row(
                        scene, "it could not go on", "each step can be done", String.valueOf(why.getMessage()), false);
        told.add(row);
        narrator.result(false, scene + ": " + row.happened() + ": expected " + row.expected() + ", seen " + row.seen());
    }

    List<Row> all() {
        return List.copyOf(told);
    }

    /** Something else was seen than was expected. */
    private static final class Differs extends IOException {

        private static final long serialVersionUID = 1L;

        private final String happened;
        private final String expected;
        private final String seen;

        Differs(String happened, String expected, String seen) {
            super(happened + ": expected " + expected + ", seen " + seen);
            this.happened = happened;
            this.expected = expected;
            this.seen = seen;
        }
    }
}
