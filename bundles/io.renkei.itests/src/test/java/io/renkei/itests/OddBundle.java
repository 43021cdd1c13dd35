package io.renkei.itests;

import io.renkei.itests.odd.OddConnector;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes the bundles of connectors that misbehave. */
final class OddBundle {

    private static final String IMPORTS = "io.renkei.api.spi, io.renkei.api.model, org.apache.camel,"
            + " org.apache.camel.builder, org.apache.camel.model";

    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s" immediate="true"
                activate="start" deactivate="stop">
              <implementation class="io.renkei.itests.odd.OddConnector"/>
              <property name="mode" value="%s"/>
              <property name="destination" value="%s"/>
              <property name="connector.id" value="odd"/>
              <service><provide interface="io.renkei.api.spi.Dispatcher"/></service>
            </scr:component>
            """;

    private OddBundle() {}

    /** A connector of this kind, for that destination, in the folder; returns the file. */
    static Path connector(Path folder, String name, String mode, String destination) throws IOException {
        return write(folder, name, IMPORTS, String.format(COMPONENT, name, mode, destination));
    }

    /** One that needs a package that nobody has. */
    static Path unresolvable(Path folder, String name) throws IOException {
        return write(folder, name, IMPORTS + ", org.example.nowhere", "");
    }

    /** What is there is there whole: it is written beside the folder and moved into it. */
    private static Path write(Path folder, String name, String imports, String component) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", imports);
        Path jar = Files.createTempFile(folder.getParent(), name, ".part");
        try (OutputStream out = Files.newOutputStream(jar)) {
            if (!component.isEmpty()) {
                main.putValue("Service-Component", "OSGI-INF/odd.xml");
            }
            try (JarOutputStream entries = new JarOutputStream(out, manifest)) {
                if (!component.isEmpty()) {
                    entries.putNextEntry(new JarEntry("OSGI-INF/odd.xml"));
                    entries.write(component.getBytes(StandardCharsets.UTF_8));
                    add(entries, OddConnector.class);
                    add(entries, Class.forName(OddConnector.class.getName() + "$1"));
                }
            } catch (ClassNotFoundException e) {
                throw new IOException(e);
            }
        }
        return Files.move(jar, folder.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void add(JarOutputStream entries, Class<?> type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(file));
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            in.transferTo(entries);
        }
    }
}
