package io.renkei.architecture;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a bundle lets others use: its exported packages with their versions, and their types and members as bnd sees them.
 *
 * @param tree of the bundle; the types stand below {@code <api>}
 * @param exports the packages with their versions
 */
record Api(Tree tree, Parameters exports) {

    /** @param bundle a jar, or a folder of classes with its manifest */
    static Api of(Path bundle) throws Exception {
        try (Jar jar = new Jar(bundle.toFile());
                Analyzer analyzer = new Analyzer(jar)) {
            String exports = jar.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
            return ApiText.plain(new Api(new DiffPluginImpl().tree(analyzer), new Parameters(exports)));
        }
    }

    /**
     * Packages that changed and whose version does not say so, by the rules of bnd. Packages of version 0 are not spared: a
     * consumer imports them up to 1, so a change that breaks it leads to 1.
     *
     * @param since how it was before
     * @return a sentence per package
     */
    List<String> faults(Api since) throws Exception {
        List<String> faults = new ArrayList<>();
        try (Processor rules = new Processor()) {
            rules.setProperty(Constants.BASELINEINCLUDEZEROMAJOR, "true");
            Baseline baseline = new Baseline(rules, new DiffPluginImpl());
            for (Baseline.Info info : baseline.baseline(tree, exports, since.tree, since.exports, new Instructions())) {
                if (info.suggestedVersion == null) {
                    faults.add(info.packageName + " is exported no longer");
                } else if (info.newerVersion.compareTo(info.suggestedVersion) < 0) {
                    faults.add(info.packageName + " changed since " + info.olderVersion
                            + "; in its package-info, @Version has to be at least " + info.suggestedVersion + ":\n"
                            + info.reason);
                }
            }
        }
        return faults;
    }
}
