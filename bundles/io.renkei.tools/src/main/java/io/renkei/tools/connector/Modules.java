package io.renkei.tools.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The modules of the gateway's repository, in its root pom. */
record Modules(Path pom) {

    private static final String CONNECTOR = "    <module>bundles/io.renkei.connector.";

    /** Names a new bundle after the last connector that stands there. */
    void add(String bundle) throws IOException {
        String text = Files.readString(pom);
        int last = text.lastIndexOf(CONNECTOR);
        if (last < 0) {
            throw new IOException(pom + " is not the root of the gateway's repository: it names no connector.");
        }
        int end = text.indexOf('\n', last) + 1;
        String line = "    <module>bundles/" + bundle + "</module>\n";
        Files.writeString(pom, text.substring(0, end) + line + text.substring(end));
    }
}
