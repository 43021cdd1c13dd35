package io.renkei.settings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The gateway's configurations in Config Admin, and their files. What is written here, file install saves in the file. */
final class Configurations {

    /** What file install notes of a configuration: the URI of its file. */
    private static final String FILE = "felix.fileinstall.filename";

    private static final String ANY_BUNDLE = "?";

    private final ConfigurationAdmin admin;
    private final Path etc;

    Configurations(ConfigurationAdmin admin, Path etc) {
        this.admin = admin;
        this.etc = etc;
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

    /** Has the plugins of Config Admin see the configuration now. */
    void pass(Pid pid) {
        find(pid).ifPresent(configuration -> configuration.getProcessedProperties(null));
    }

    /** @param values all keys of the file */
    void write(Pid pid, Map<String, Object> values) throws IOException {
        Path file = file(pid);
        Configuration configuration = pid.isInstance()
                ? admin.getFactoryConfiguration(pid.declared(), pid.instance(), ANY_BUNDLE)
                : admin.getConfiguration(pid.value(), ANY_BUNDLE);
        Hashtable<String, Object> properties = new Hashtable<>(values);
        properties.put(FILE, file.toUri().toString());
        configuration.update(properties);
        if (!Files.exists(file)) {
            create(file, values);
        }
    }

    private static void create(Path file, Map<String, Object> values) throws IOException {
        StringBuilder text = new StringBuilder();
        Values.shown(values)
                .forEach((key, value) -> text.append(key)
                        .append(" = ")
                        .append(value.replace("\\", "\\\\").replace("\n", "\\n"))
                        .append('\n'));
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, text, StandardCharsets.ISO_8859_1);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
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
