package io.renkei.connector.yaml.internal;

import io.renkei.api.spi.TlsContexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The examples that are shipped, at a ministry of a test. */
final class TestFiles {

    static final AllowList ALLOWED = new AllowList(Set.of("localhost"), AllowList.OURS);
    static final TlsContexts NO_TLS = (trusted, identity) -> {
        throw new IllegalStateException("plain HTTP needs none");
    };

    private static final Path CONNECTORS = Path.of("../../config/connectors");

    private TestFiles() {}

    static String route() throws IOException {
        return Files.readString(CONNECTORS.resolve("local-office.yaml.example"));
    }

    static String instance() throws IOException {
        return Files.readString(CONNECTORS.resolve("rest-desk-instance.yaml.example"));
    }

    static Map<String, Template> templates() throws IOException {
        String name = "templates/rest-desk.yaml";
        return Map.of("rest-desk", new Template(name, Files.readString(CONNECTORS.resolve(name))));
    }

    /** With timeouts that are quick, but kept by a machine under load. */
    static String at(String url, String file) {
        return file.replaceAll("(?m)^(tls|connect|response|total|settle)\\..*\n", "")
                .replace("${renkei.sandbox}", url)
                .replace(
                        "procedures:",
                        "connect.timeout.millis: 500\nresponse.timeout.millis: 2000\ntotal.timeout.millis: 10000\n"
                                + "settle.millis: 0\nprocedures:");
    }

    static FileConnector connector(String file) throws IOException, FileRefused {
        return new ConnectorMaker(ALLOWED, text -> text, NO_TLS, Clock.systemUTC())
                .make("test.yaml", new LiveFile.Source(file, templates()));
    }

    /** What is wrong with a file, a line each; empty text if nothing is. */
    static String faults(String file) throws IOException {
        try {
            connector(file).instance().close();
            return "";
        } catch (FileRefused e) {
            return e.getMessage();
        }
    }
}
