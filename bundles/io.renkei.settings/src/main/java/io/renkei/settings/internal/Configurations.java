package io.renkei.settings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The gateway's configurations in Config Admin, and their files. */
final class Configurations {

    /** What file install notes of a configuration: the URI of its file, in the form of {@link java.io.File#toURI}. */
    private static final String FILE = "felix.fileinstall.filename";

    private static final String ANY_BUNDLE = "?";

    private final ConfigurationAdmin admin;
    private final Path etc;
    private final References references;

    Configurations(ConfigurationAdmin admin, Path etc, References references) {
        this.admin = admin;
        this.etc = etc;
        this.references = references;
    }

    List<Configuration> all() {
        return list(Pid.FILTER);
    }

    Optional<Configuration> find(Pid pid) {
        return list("(service.pid=" + pid.value() + ")").stream().findFirst();
    }

    static Pid pid(Configuration configuration) {
        return Pid.of(configuration.getPid(), configuration.getFactoryPid());
    }

    Map<String, Object> properties(Pid pid) {
        return Values.of(find(pid).map(Configuration::getProperties).orElse(null));
    }

    /** Where its file is, or would be. */
    Path file(Pid pid) {
        Object known = properties(pid).get(FILE);
        return known == null ? etc.resolve(pid.name() + ".cfg") : Path.of(URI.create(known.toString()));
    }

    /** Has the plugins of Config Admin see the configuration now, and returns what they make of it. */
    Optional<Map<String, Object>> pass(Pid pid) {
        return find(pid).map(configuration -> Values.of(configuration.getProcessedProperties(null)));
    }

    State state(Pid pid) {
        Map<String, String> values = Values.shown(properties(pid));
        return new State(values, FileText.of(file(pid)).filter(file -> references.says(file, values)));
    }

    /** What a value is in use, where its references are known. */
    String filled(String written) {
        return references.filled(written).orElse(written);
    }

    /** The file as it stands. */
    Optional<FileText> text(Pid pid) {
        return FileText.of(file(pid));
    }

    /**
     * Writes the file, and has Config Admin take the values up without waiting for it to be read.
     *
     * @param values all keys of the file, references filled in
     */
    void write(Pid pid, FileText text, Map<String, Object> values) throws IOException {
        Path file = file(pid);
        text.write(file);
        Configuration configuration = pid.isInstance()
                ? admin.getFactoryConfiguration(pid.declared(), pid.instance(), ANY_BUNDLE)
                : admin.getConfiguration(pid.value(), ANY_BUNDLE);
        Hashtable<String, Object> properties = new Hashtable<>(values);
        properties.put(FILE, file.toFile().toURI().toString());
        configuration.update(properties);
    }

    private List<Configuration> list(String filter) {
        try {
            Configuration[] found = admin.listConfigurations(filter);
            return found == null
                    ? List.of()
                    : Stream.of(found).filter(each -> pid(each).isOurs()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(filter, e);
        }
    }
}
