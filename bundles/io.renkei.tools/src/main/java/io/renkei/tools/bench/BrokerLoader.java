package io.renkei.tools.bench;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The embedded broker's libraries lie as jars within its bundle, where a class path does not see them. This loader sees
 * them unpacked, and loads the package {@code bench.broker} itself, so that its classes find them.
 */
final class BrokerLoader extends URLClassLoader {

    private static final String OWN = "io.renkei.tools.bench.broker.";

    private BrokerLoader(URL[] urls) {
        super(urls, BrokerLoader.class.getClassLoader());
    }

    /**
     * Starts a broker and makes its operation.
     *
     * @param neighbour a class from a jar of this project; the broker's bundle lies beside that jar, as in a repository
     * @param folder to unpack into and to keep the journal in
     */
    static HeldOperation durableSend(Class<?> neighbour, Path folder) throws Exception {
        BrokerLoader loader = new BrokerLoader(libraries(neighbour, folder));
        Thread.currentThread().setContextClassLoader(loader);
        return (HeldOperation)
                loader.loadClass(OWN + "DurableSend").getConstructor(Path.class).newInstance(folder.resolve("broker"));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    private static URL[] libraries(Class<?> neighbour, Path folder) throws IOException {
        Path jar = place(neighbour);
        Path version = jar.getParent();
        String bundle = "io.renkei.runtime.artemis";
        Path broker = version.getParent()
                .resolveSibling(bundle)
                .resolve(version.getFileName())
                .resolve(bundle + "-" + version.getFileName() + ".jar");
        List<URL> urls = new ArrayList<>();
        urls.add(url(place(BrokerLoader.class)));
        try (ZipFile nested = new ZipFile(broker.toFile())) {
            for (ZipEntry entry : nested.stream().toList()) {
                if (entry.getName().endsWith(".jar")) {
                    urls.add(unpack(nested, entry, folder));
                }
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static URL unpack(ZipFile nested, ZipEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(Path.of(entry.getName()).getFileName());
        try (var bytes = nested.getInputStream(entry)) {
            Files.copy(bytes, file);
        }
        return url(file);
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    private static Path place(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
