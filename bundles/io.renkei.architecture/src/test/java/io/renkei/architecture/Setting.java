package io.renkei.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One key of a configuration, as its bundle declares it (OSGi Compendium, 105 Metatype).
 *
 * @param standard the value that it has when nobody sets it; may be empty
 * @param range from and to, both allowed; empty where there is none
 */
record Setting(String key, String standard, String range, String meaning) {

    /** Beginnings of keys with a name in them, of which no annotation can hold them all. */
    private static final Map<String, List<String>> FAMILIES = Map.of(
            "io.renkei.connector.egov",
            List.of("procedure.", "office."),
            "io.renkei.door.soap",
            List.of("message.signer."),
            "io.renkei.holdings",
            List.of("signer."),
            "io.renkei.notices",
            List.of(
                    "signer.",
                    "pdf.",
                    "return.",
                    "unsealed.",
                    "fetch.period.",
                    "warn.period.",
                    "objection.period.",
                    "objection.from."),
            "io.renkei.notices.payments",
            List.of("link.hosts."));

    /**
     * All keys under one name.
     *
     * @param isFactory whether each file {@code <pid>-<name>.cfg} is an instance
     */
    record Pid(String pid, boolean isFactory, String bundle, String meaning, List<Setting> settings) {

        /** Beginnings of further keys; the shipped file has an example of each, and the README of the bundle explains them. */
        List<String> families() {
            return FAMILIES.getOrDefault(pid, List.of());
        }
    }

    /** Of all bundles, by name. Where an older build left a second declaration of a PID, the newest one counts. */
    static List<Pid> all() throws IOException {
        Map<String, Pid> pids = new TreeMap<>();
        for (String bundle : Bundles.written()) {
            for (Path file : files(bundle)) {
                Pid pid = read(bundle, file);
                pids.put(pid.pid(), pid);
            }
        }
        return List.copyOf(pids.values());
    }

    private static List<Path> files(String bundle) throws IOException {
        Path folder = Bundles.classes(bundle).resolve("OSGI-INF/metatype");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted(Comparator.comparing(file -> file.toFile().lastModified()))
                    .toList();
        }
    }

    private static Pid read(String bundle, Path file) throws IOException {
        Document document;
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file.toString(), e);
        }
        Element designate = (Element) document.getElementsByTagName("Designate").item(0);
        boolean isFactory = designate.hasAttribute("factoryPid");
        List<Setting> settings = new ArrayList<>();
        NodeList attributes = document.getElementsByTagName("AD");
        for (int i = 0; i < attributes.getLength(); i++) {
            settings.add(of((Element) attributes.item(i)));
        }
        Element whole = (Element) document.getElementsByTagName("OCD").item(0);
        return new Pid(
                designate.getAttribute(isFactory ? "factoryPid" : "pid"),
                isFactory,
                bundle,
                whole.getAttribute("description"),
                settings);
    }

    private static Setting of(Element attribute) {
        return new Setting(
                attribute.getAttribute("id"),
                attribute.getAttribute("default"),
                range(attribute),
                attribute.getAttribute("description"));
    }

    private static String range(Element attribute) {
        NodeList options = attribute.getElementsByTagName("Option");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < options.getLength(); i++) {
            values.add(((Element) options.item(i)).getAttribute("value"));
        }
        if (!values.isEmpty()) {
            return String.join(", ", values);
        }
        String least = attribute.getAttribute("min");
        String most = attribute.getAttribute("max");
        if (least.isEmpty() && most.isEmpty()) {
            return attribute.getAttribute("type").equals("Boolean") ? "true, false" : "";
        }
        if (most.isEmpty()) {
            return "from " + least;
        }
        return least.isEmpty() ? "to " + most : least + " to " + most;
    }
}
