package io.renkei.ops.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/**
 * Prints for a person. A table counts characters and Japanese ones are two columns wide: put them into the last column,
 * where nothing is aligned after them.
 */
public final class Page {

    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("PARKED", SimpleAnsi.COLOR_RED),
            Map.entry("REFUSED", SimpleAnsi.COLOR_RED),
            Map.entry("BROKEN", SimpleAnsi.COLOR_RED),
            Map.entry("MISSING", SimpleAnsi.COLOR_RED),
            Map.entry("FORGED", SimpleAnsi.COLOR_RED),
            Map.entry("degraded", SimpleAnsi.COLOR_RED),
            Map.entry("critical", SimpleAnsi.COLOR_RED),
            Map.entry("kept out", SimpleAnsi.COLOR_YELLOW),
            Map.entry("NEEDS_ACTION", SimpleAnsi.COLOR_RED),
            Map.entry("WAITING", SimpleAnsi.COLOR_YELLOW),
            Map.entry("UNKNOWN", SimpleAnsi.COLOR_YELLOW),
            Map.entry("PAUSED", SimpleAnsi.COLOR_YELLOW),
            Map.entry("CLOSED", SimpleAnsi.COLOR_YELLOW),
            Map.entry("KILLED", SimpleAnsi.COLOR_RED),
            Map.entry("ORPHAN", SimpleAnsi.COLOR_YELLOW),
            Map.entry("RUNNING", SimpleAnsi.COLOR_GREEN),
            Map.entry("ok", SimpleAnsi.COLOR_GREEN));

    private final PrintStream out;
    private final boolean colours;

    public Page(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    public void line(String text) {
        out.println(text);
    }

    /** @param empty what to say where there is no row */
    public void table(List<String> headers, List<List<String>> rows, String empty) {
        if (rows.isEmpty()) {
            line(empty);
            return;
        }
        ShellTable table = new ShellTable().forceAscii().separator(" | ");
        for (String header : headers) {
            Col column = table.column(header);
            if (colours) {
                column.colorProvider(COLOURS::get);
            }
        }
        rows.forEach(row -> table.addRow().addContent(row.toArray()));
        table.print(out);
    }
}
