package io.renkei.architecture;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Constants;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * An {@link Api} as text, so that a change of it can be read where it is reviewed. First the exported packages with their
 * versions; then one element a line, indented below the one it belongs to: its type, what it means to add and to remove it,
 * its name.
 */
final class ApiText {

    private static final String EXPORT = "export ";
    private static final String TYPES = "<api>";

    /** What each object has from the JDK, in whose updates an annotation may come or go. */
    private static final Set<String> OF_THE_JDK = Set.of(
            "clone()", "finalize()", "getClass()", "notify()", "notifyAll()", "wait()", "wait(long)", "wait(long,int)");

    private ApiText() {}

    /** The API as text holds it, without what is none of the bundle's own. */
    static Api plain(Api api) throws Exception {
        return read(write(api));
    }

    static List<String> write(Api api) {
        List<String> lines = new ArrayList<>();
        api.exports().forEach((name, attributes) -> lines.add(EXPORT + name + " " + attributes.getVersion()));
        for (Tree part : api.tree().get(TYPES).getChildren()) {
            if (api.exports().containsKey(part.getName())) {
                write(part.serialize(), "", lines);
            }
        }
        return lines;
    }

    private static void write(Tree.Data element, String indent, List<String> lines) {
        lines.add(indent + element.type + " " + element.add + " " + element.rem + " " + element.name);
        for (Tree.Data child : element.children == null ? new Tree.Data[0] : element.children) {
            boolean ofTheJdk = child.type == Type.METHOD && OF_THE_JDK.contains(child.name)
                    || child.type == Type.ANNOTATED && child.name.startsWith("jdk.");
            if (!ofTheJdk) {
                write(child, indent + " ", lines);
            }
        }
    }

    static Api read(List<String> lines) throws Exception {
        Parameters exports = new Parameters();
        Tree.Data types = element("API CHANGED CHANGED " + TYPES);
        List<Tree.Data> open = new ArrayList<>(List.of(types));
        List<List<Tree.Data>> children = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : lines) {
            if (line.startsWith(EXPORT)) {
                String[] words = line.split(" ");
                Attrs attributes = new Attrs();
                attributes.put(Constants.VERSION_ATTRIBUTE, words[2]);
                exports.put(words[1], attributes);
                continue;
            }
            int depth = line.length() - line.stripLeading().length() + 1;
            close(open, children, depth);
            Tree.Data element = element(line.strip());
            children.get(depth - 1).add(element);
            open.add(element);
            children.add(new ArrayList<>());
        }
        close(open, children, 0);
        Tree.Data bundle = element("BUNDLE CHANGED CHANGED bundle");
        bundle.children = new Tree.Data[] {types};
        return new Api(new DiffPluginImpl().deserialize(bundle), exports);
    }

    /** What stood open below a depth has all its children. */
    private static void close(List<Tree.Data> open, List<List<Tree.Data>> children, int depth) {
        for (int last = open.size() - 1; last >= depth; last--) {
            open.remove(last).children = children.remove(last).toArray(Tree.Data[]::new);
        }
    }

    private static Tree.Data element(String text) {
        Iterator<String> words = List.of(text.split(" ", 4)).iterator();
        Tree.Data element = new Tree.Data();
        element.type = Type.valueOf(words.next());
        element.add = Delta.valueOf(words.next());
        element.rem = Delta.valueOf(words.next());
        element.name = words.next();
        element.children = new Tree.Data[0];
        return element;
    }
}
