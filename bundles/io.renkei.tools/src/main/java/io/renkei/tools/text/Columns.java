package io.renkei.tools.text;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells, padded to the widest of each column. The last cell of a row is never padded. */
public final class Columns {

    private static final int ESCAPE = 0x1b;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Columns row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** Prints all rows, each after the indent. */
    public void print(PrintStream out, String indent) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.append(" ".repeat(widest(i) - width(row.get(i)))).append(GAP);
                }
            }
            out.println(line);
        }
    }

    private int widest(int column) {
        return rows.stream()
                .filter(row -> row.size() > column + 1)
                .mapToInt(row -> width(row.get(column)))
                .max()
                .orElse(0);
    }

    /** Columns on a terminal: two for East Asian wide characters, none for colour codes. */
    static int width(String text) {
        int width = 0;
        boolean escaped = false;
        for (int character : text.codePoints().toArray()) {
            if (escaped) {
                escaped = character != 'm';
            } else if (character == ESCAPE) {
                escaped = true;
            } else {
                width += isWide(character) ? 2 : 1;
            }
        }
        return width;
    }

    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0xffe0 && c <= 0xffe6
                || c >= 0x20000 && c <= 0x3fffd;
    }
}
