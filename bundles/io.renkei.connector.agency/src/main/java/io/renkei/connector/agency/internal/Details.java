package io.renkei.connector.agency.internal;

import io.renkei.api.model.AttributeNode;
import io.renkei.http.soap.SoapElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a tree of lines with a hierarchy: a line is below the last one before it whose hierarchy is one less. Pure.
 */
final class Details {

    private static final int MOST_LEVELS = 16;
    private static final int MOST_LINES = 4_000;

    private final List<Line> lines;
    private int next;

    private record Line(int level, String code, String name, Optional<String> content) {}

    private Details(List<Line> lines) {
        this.lines = lines;
    }

    /** Empty if the lines make no tree, such as one that is two levels below the line before it. */
    static Optional<List<AttributeNode>> tree(List<SoapElement> details) {
        List<Line> lines = new ArrayList<>();
        for (SoapElement detail : details) {
            Optional<Line> line = line(detail);
            int before = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).level();
            if (line.isEmpty() || line.get().level() > before + 1 || lines.size() == MOST_LINES) {
                return Optional.empty();
            }
            lines.add(line.get());
        }
        return Optional.of(new Details(lines).below(1));
    }

    private List<AttributeNode> below(int level) {
        List<AttributeNode> nodes = new ArrayList<>();
        while (next < lines.size() && lines.get(next).level() == level) {
            Line line = lines.get(next++);
            nodes.add(new AttributeNode(line.code(), line.name(), line.content(), below(level + 1)));
        }
        return nodes;
    }

    private static Optional<Line> line(SoapElement detail) {
        String level = detail.only("hierarchy").orElse("");
        String code = detail.only("itemCode").orElse("");
        Optional<String> name = detail.only("itemName");
        if (!level.matches("[1-9][0-9]?")
                || Integer.parseInt(level) > MOST_LEVELS
                || code.isEmpty()
                || code.length() > 64
                || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Line(Integer.parseInt(level), code, name.get(), detail.only("itemContent")));
    }
}
