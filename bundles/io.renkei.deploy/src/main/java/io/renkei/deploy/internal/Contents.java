package io.renkei.deploy.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;

/** What the framework sees of a bundle, entry by entry: that is what counts, and not the file it came from. */
final class Contents {

    private final Bundle bundle;
    private final Set<String> names = new TreeSet<>();

    Contents(Bundle bundle) {
        this.bundle = bundle;
        collect("/");
    }

    /** Not by findEntries, which would resolve the bundle. */
    private void collect(String folder) {
        Enumeration<String> paths = bundle.getEntryPaths(folder);
        for (String path : paths == null ? List.<String>of() : Collections.list(paths)) {
            if (path.endsWith("/")) {
                collect(path);
            } else {
                names.add(path);
            }
        }
    }

    private InputStream open(String name) throws IOException {
        URL url = bundle.getEntry(name);
        if (url == null) {
            throw new IOException("an entry that was listed cannot be found");
        }
        return url.openStream();
    }

    /** The same JAR again, with manifest and signatures first, as their reader wants it. */
    File copy() throws IOException {
        Path copy = Files.createTempFile("renkei-bundle", ".jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            out.setLevel(0);
            Stream<String> first = names.stream().filter(name -> rank(name) == 0);
            Stream<String> then = names.stream().filter(name -> rank(name) == 1);
            Stream<String> last = names.stream().filter(name -> rank(name) == 2);
            for (String name :
                    Stream.of(first, then, last).flatMap(each -> each).toList()) {
                out.putNextEntry(new ZipEntry(name));
                try (InputStream in = open(name)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return copy.toFile();
    }

    private static int rank(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(JarFile.MANIFEST_NAME) ? 0 : upper.startsWith("META-INF/") ? 1 : 2;
    }

    /** Whether every entry is byte for byte that of the file, and there is no other. */
    boolean sameAs(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Set<String> there = Collections.list(jar.entries()).stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!there.equals(names)) {
                return false;
            }
            for (String name : names) {
                try (InputStream mine = open(name);
                        InputStream its = jar.getInputStream(jar.getJarEntry(name))) {
                    if (!same(mine, its)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private static boolean same(InputStream one, InputStream other) throws IOException {
        byte[] block;
        do {
            block = one.readNBytes(65536);
            if (!java.util.Arrays.equals(block, other.readNBytes(65536))) {
                return false;
            }
        } while (block.length > 0);
        return true;
    }
}
