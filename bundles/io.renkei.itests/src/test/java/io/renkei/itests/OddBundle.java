package io.renkei.itests;

import io.renkei.itests.odd.OddConnector;
import io.renkei.itests.odd.SelfInformationProbe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes the bundles of connectors that misbehave, and of others that tests deploy. */
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

    private static final String PROBE_IMPORTS =
            "io.renkei.api.model, io.renkei.ports.people, io.renkei.ports.records," + " io.renkei.ports.selfinfo";

    private static final String PROBE = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s" immediate="true"
                activate="start" deactivate="stop">
              <implementation class="io.renkei.itests.odd.SelfInformationProbe"/>
              <property name="result" value="%s"/>
              <property name="items" value="%s"/>
              <reference name="information" interface="io.renkei.ports.selfinfo.SelfInformation" bind="setInformation"/>
              <reference name="proofs" interface="io.renkei.ports.selfinfo.PersonProofs" bind="setProofs"/>
              <reference name="records" interface="io.renkei.ports.records.AccessRecords" bind="setRecords"/>
            </scr:component>
            """;

    private OddBundle() {}

    /** One that asks for self-information once, and writes into the file what came of it; returns its own file. */
    static Path probe(Path folder, String name, Path result, String items) throws IOException {
        return write(
                folder,
                name,
                PROBE_IMPORTS,
                String.format(PROBE, name, result, items),
                List.of(SelfInformationProbe.class.getName()));
    }

    /** A connector of this kind, for that destination, in the folder; returns the file. */
    static Path connector(Path folder, String name, String mode, String destination) throws IOException {
        return write(
                folder,
                name,
                IMPORTS,
                String.format(COMPONENT, name, mode, destination),
                List.of(OddConnector.class.getName(), OddConnector.class.getName() + "$1"));
    }

    /** One that needs a package that nobody has. */
    static Path unresolvable(Path folder, String name) throws IOException {
        return write(folder, name, IMPORTS + ", org.example.nowhere", "", List.of());
    }

    /** What is there is there whole: it is written beside the folder and moved into it. */
    private static Path write(Path folder, String name, String imports, String component, List<String> classes)
            throws IOException {
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
                    for (String type : classes) {
                        add(entries, type);
                    }
                }
            }
        }
        return Files.move(jar, folder.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void add(JarOutputStream entries, String type) throws IOException {
        String file = type.replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(file));
        try (InputStream in = OddBundle.class.getClassLoader().getResourceAsStream(file)) {
            in.transferTo(entries);
        }
    }
}
