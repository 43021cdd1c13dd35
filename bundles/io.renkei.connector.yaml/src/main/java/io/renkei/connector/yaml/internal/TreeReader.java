package io.renkei.connector.yaml.internal;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML as maps, lists and texts. Anchors, aliases, tags and keys that stand twice are refused: what is checked is what
 * a person reads there.
 */
final class TreeReader {

    /** The most characters of a file. */
    static final int MOST_CHARACTERS = 256 * 1024;

    /** Stands for the text of a file that has none; no file has it. */
    static final String UNREADABLE = "\0";

    private static final int DEEPEST = 40;
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ, Tag.MERGE);

    private final String file;
    private final Faults faults;

    private TreeReader(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The tree of a file; missing, with a fault, if it cannot be read. */
    static Tree read(String file, String text, Faults faults) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        Tree nothing = Tree.missing(file, 1, "", faults);
        if (text.equals(UNREADABLE)) {
            nothing.fault("is no file that the gateway may read, or no UTF-8, or longer than " + MOST_CHARACTERS
                    + " characters.");
            return nothing;
        }
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                nothing.fault("is empty.");
                return nothing;
            }
            return new TreeReader(file, faults).tree(root, "");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            Tree.missing(file, line, "", faults).fault("is no YAML: " + e.getProblem() + ".");
        } catch (YAMLException e) {
            nothing.fault("is no YAML that can be read: it is too long, too deep or has an odd character.");
        }
        return nothing;
    }

    private Tree tree(Node node, String path) {
        int line = node.getStartMark().getLine() + 1;
        if (node.getAnchor() != null || !PLAIN.contains(node.getTag())) {
            // An alias is its anchored node once more; it is not followed.
            Tree.missing(file, line, path, faults).fault("has an anchor, an alias or a tag; write the value itself.");
            return Tree.missing(file, line, path, faults);
        }
        if (node instanceof MappingNode map) {
            Map<String, Tree> entries = new LinkedHashMap<>();
            for (NodeTuple each : map.getValue()) {
                entry(each, path, entries);
            }
            return Tree.map(file, line, path, entries, faults);
        }
        if (node instanceof SequenceNode sequence) {
            List<Tree> members = new ArrayList<>();
            for (Node each : sequence.getValue()) {
                members.add(tree(each, path + "[" + (members.size() + 1) + "]"));
            }
            return Tree.list(file, line, path, members, faults);
        }
        ScalarNode scalar = (ScalarNode) node;
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        return plain && scalar.getValue().isEmpty()
                ? Tree.missing(file, line, path, faults)
                : Tree.text(file, line, path, scalar.getValue(), !plain, faults);
    }

    private void entry(NodeTuple each, String path, Map<String, Tree> entries) {
        int line = each.getKeyNode().getStartMark().getLine() + 1;
        if (!(each.getKeyNode() instanceof ScalarNode key)) {
            Tree.missing(file, line, path, faults).fault("has a key that is no word.");
            return;
        }
        String below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
        Tree before = entries.put(key.getValue(), tree(each.getValueNode(), below));
        if (before != null) {
            Tree.missing(file, line, below, faults).fault("stands twice.");
        }
    }
}
