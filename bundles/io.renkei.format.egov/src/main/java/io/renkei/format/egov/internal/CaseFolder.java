package io.renkei.format.egov.internal;

import io.renkei.api.spi.PackageFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One folder of a package: one application to e-Gov.
 *
 * @param name {@code {手続識別子}} or {@code {手続識別子}(n)}
 * @param procedure 手続識別子, as the name says
 * @param files by plain name, in the order of the package
 */
record CaseFolder(String name, String procedure, Map<String, byte[]> files) {

    static final String KOUSEI = "kousei.xml";

    private static final Pattern FILE = Pattern.compile("(([0-9A-Z]{16})(?:\\([1-9][0-9]{0,3}\\))?)/([^/]+)");
    private static final Pattern SEPARATE = Pattern.compile("kousei[0-9]{17}\\.xml");

    /** Whether a file of that name belongs into a case folder. */
    static boolean holds(String file) {
        return FILE.matcher(file).matches();
    }

    /** Whether it is the configuration of a case folder. */
    static boolean isKousei(String file) {
        Matcher parts = FILE.matcher(file);
        return parts.matches() && parts.group(3).equals(KOUSEI);
    }

    /** The folders in the order in which they first appear; files outside of any are left out. */
    static List<CaseFolder> of(PackageFiles files) {
        Map<String, CaseFolder> folders = new LinkedHashMap<>();
        for (String file : files.names()) {
            Matcher parts = FILE.matcher(file);
            if (parts.matches()) {
                folders.computeIfAbsent(
                                parts.group(1), name -> new CaseFolder(name, parts.group(2), new LinkedHashMap<>()))
                        .files()
                        .put(parts.group(3), files.bytes(file).orElseThrow());
            }
        }
        return List.copyOf(folders.values());
    }

    boolean hasSeparateSignatures() {
        return files.keySet().stream().anyMatch(name -> SEPARATE.matcher(name).matches());
    }

    String path(String file) {
        return name + "/" + file;
    }

    @Override
    public String toString() {
        return "CaseFolder[" + name + "]";
    }
}
