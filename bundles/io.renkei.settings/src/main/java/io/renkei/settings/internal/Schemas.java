package io.renkei.settings.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the installed bundles of the gateway declare. A bundle is read once, and again when it was updated. */
final class Schemas {

    private static final Logger LOG = LoggerFactory.getLogger(Schemas.class);

    private final BundleContext context;
    private final Map<Long, Read> read = new ConcurrentHashMap<>();

    private record Read(long modified, List<Schema> schemas) {}

    Schemas(BundleContext context) {
        this.context = context;
    }

    Optional<Schema> of(String declared) {
        return Optional.ofNullable(all().get(declared));
    }

    /** A factory's own file, which is there to be copied and configures nothing. */
    boolean isTemplate(Pid pid) {
        return !pid.isInstance() && of(pid.declared()).filter(Schema::isFactory).isPresent();
    }

    /** By PID. */
    Map<String, Schema> all() {
        return Stream.of(context.getBundles())
                .filter(bundle -> (bundle.getState() & (Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE)) != 0)
                .flatMap(bundle -> schemas(bundle).stream())
                .collect(Collectors.toMap(Schema::pid, schema -> schema, (one, other) -> one));
    }

    private List<Schema> schemas(Bundle bundle) {
        Read known = read.get(bundle.getBundleId());
        if (known == null || known.modified() != bundle.getLastModified()) {
            known = new Read(bundle.getLastModified(), declared(bundle));
            read.put(bundle.getBundleId(), known);
        }
        return known.schemas();
    }

    private static List<Schema> declared(Bundle bundle) {
        Enumeration<URL> files = bundle.findEntries("OSGI-INF/metatype", "*.xml", false);
        return files == null
                ? List.of()
                : Collections.list(files).stream()
                        .flatMap(file -> schema(file).stream())
                        .filter(schema -> Pid.named(schema.pid()).isOurs())
                        .toList();
    }

    private static Optional<Schema> schema(URL file) {
        try (InputStream in = file.openStream()) {
            return Optional.of(SchemaReader.read(in));
        } catch (IOException e) {
            LOG.debug("{} is not read: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
