package io.renkei.door.rest.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The whole table of paths. What is not in it does not exist. */
final class Routes {

    /** Nothing that would need decoding, and no empty segment: such a path reads the same for everybody. */
    private static final Pattern PLAIN = Pattern.compile("(?=.{1,256}$)(/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*)+");

    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** A route with the open parts of the path. */
    record Match(Route route, Map<String, String> open) {}

    /**
     * @param raw the path as sent
     * @param decoded the path as the server understood it; it has to be the same
     */
    Optional<Match> find(String method, String raw, String decoded) {
        if (!raw.equals(decoded) || !PLAIN.matcher(raw).matches()) {
            return Optional.empty();
        }
        return routes.stream()
                .filter(route -> route.method().equals(method))
                .flatMap(route -> route.match(raw).map(open -> new Match(route, open)).stream())
                .findFirst();
    }

    /** The methods of a path, for the header Allow; empty if there is no such path. */
    String allowed(String raw, String decoded) {
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            find(route.method(), raw, decoded)
                    .map(found -> found.route().method())
                    .ifPresent(methods::add);
        }
        return String.join(", ", methods);
    }

    List<Route> all() {
        return routes;
    }
}
