package io.renkei.connector.yaml.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a connector file may reach; everything else is refused.
 *
 * @param hosts as host or host:port, in small letters
 * @param components of steps {@code to}
 */
record AllowList(Set<String> hosts, Set<String> components) {

    static final String BODY = "renkei-body";
    static final String HTTP = "renkei-http";
    static final String OUTCOME = "renkei-outcome";

    /** Ours; what each does is in the routes, not in Camel. */
    static final Set<String> OURS = Set.of(BODY, HTTP, OUTCOME);

    /** They run code that a file names, steer the gateway, or reach hosts without knowing whether something was sent. */
    private static final Set<String> NEVER = Set.of(
            "bean",
            "class",
            "controlbus",
            "dataformat",
            "direct",
            "exec",
            "file",
            "http",
            "https",
            "jms",
            "kamelet",
            "language",
            "ref",
            "rest",
            "saga",
            "script",
            "validator",
            "xslt");

    private static final String HOST = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?";

    AllowList {
        hosts = Set.copyOf(hosts);
        components = Set.copyOf(components);
    }

    /** @throws IllegalArgumentException with a sentence for each fault */
    static AllowList of(YamlConfig config) {
        List<String> faults = new ArrayList<>();
        Set<String> hosts = words(config.hosts());
        hosts.stream()
                .filter(host -> !host.matches(HOST))
                .forEach(host -> faults.add("hosts: \"" + host
                        + "\" is no host; write it as it stands in endpoint.url, without a scheme and without stars."));
        Set<String> components = words(config.components());
        components.addAll(OURS);
        components.stream()
                .filter(NEVER::contains)
                .forEach(
                        name -> faults.add(
                                "components: \"" + name
                                        + "\" can never be allowed: it runs code, steers the gateway or reaches hosts past the setting hosts."));
        components.stream()
                .filter(name -> !name.matches("[a-z][a-z0-9-]*"))
                .forEach(name -> faults.add("components: \"" + name + "\" is no name of a component."));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(YamlConfig.PID + ".cfg: " + String.join(" ", faults));
        }
        return new AllowList(hosts, components);
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    /** Whether connections may go there. */
    boolean allows(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        return hosts.contains(host) || hosts.contains(host + ":" + port);
    }
}
