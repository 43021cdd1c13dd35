package io.renkei.door.pages.internal;

import io.renkei.ports.access.Listener;
import java.util.List;
import java.util.Map;
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
     * @throws Refused if there is none, or none for the method or the listener
     */
    Match find(String method, String raw, String decoded, Listener listener) throws Refused {
        if (raw.equals("/people/")) {
            return find(method, "/people", "/people", listener);
        }
        if (!raw.equals(decoded) || !PLAIN.matcher(raw).matches()) {
            throw new Refused(PagesCode.NO_SUCH_PAGE);
        }
        boolean known = false;
        for (Route route : routes) {
            var open = route.match(raw);
            if (open.isPresent() && route.listener() == listener) {
                if (route.method().equals(method)) {
                    return new Match(route, open.get());
                }
                known = true;
            }
        }
        throw new Refused(known ? PagesCode.METHOD : PagesCode.NO_SUCH_PAGE);
    }

    /** Whether a page of the people's listener can be opened by this path: where to go on after signing in. */
    boolean isPage(String path) {
        return PLAIN.matcher(path).matches()
                && routes.stream()
                        .anyMatch(route -> route.method().equals("GET")
                                && route.listener() == Listener.PEOPLE
                                && route.match(path).isPresent());
    }

    List<Route> all() {
        return routes;
    }
}
