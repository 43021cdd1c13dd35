package io.renkei.routes.internal;

import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.DefaultErrorHandlerBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Camel context of one connector bundle, shared by its instances. */
final class ConnectorContext implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorContext.class);
    private static final String NAME = "connector.";
    private static final int STOP_SECONDS = 2;

    private final ConnectorLoader loader;
    private final DefaultCamelContext camel;
    private final Map<DestinationLane, LaneRoutes> lanes = new ConcurrentHashMap<>();

    /**
     * What was added for one lane.
     *
     * @param start the route that starts at the lane
     */
    private record LaneRoutes(Route start, List<String> ids) {}

    private ConnectorContext(ConnectorLoader loader, DefaultCamelContext camel) {
        this.loader = loader;
        this.camel = camel;
    }

    /** Starts an empty context for a connector. */
    static ConnectorContext open(ConnectorSource source) {
        return start(new ConnectorLoader(source.loader()), NAME + source.bundle());
    }

    /**
     * Starts an empty context for whoever comes next; it has to be given to {@link #use}.
     *
     * @param components names of Camel components that are made ready, as far as Camel's own bundle has them
     */
    static ConnectorContext spare(Set<String> components) {
        ConnectorContext spare = start(new ConnectorLoader(), NAME + "next");
        try {
            spare.loader.with(() -> {
                components.forEach(spare.camel::getComponent);
                return null;
            });
            spare.rehearse();
        } catch (ConnectorRefused | RuntimeException | LinkageError e) {
            spare.close();
            throw new IllegalStateException("no spare context starts", e);
        }
        return spare;
    }

    /** The whole life of a route: whatever is loaded and made by the first one of a context, or of the process, is there. */
    private void rehearse() throws ConnectorRefused {
        add(Rehearsal::new, Rehearsal.LANE);
        send(Rehearsal.LANE, null);
        remove(Rehearsal.LANE);
    }

    /** A spare context is this connector's from now on. */
    void use(ConnectorSource source) {
        loader.use(source.loader());
        camel.getCamelContextExtension().setName(NAME + source.bundle());
    }

    private static ConnectorContext start(ConnectorLoader loader, String name) {
        return loader.with(() -> {
            DefaultCamelContext camel = new DefaultCamelContext();
            camel.setApplicationContextClassLoader(loader);
            camel.getClassResolver().addClassLoader(loader);
            camel.getCamelContextExtension().setName(name);
            camel.disableJMX();
            camel.setStartupSummaryLevel(StartupSummaryLevel.Off);
            camel.setStreamCaching(false);
            camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
            camel.getShutdownStrategy().setShutdownNowOnTimeout(true);
            camel.getCamelContextExtension().setErrorHandlerFactory(quiet());
            camel.start();
            return new ConnectorContext(loader, camel);
        });
    }

    /** What is thrown is told once, by the handler of the attempt, and never with a message. */
    private static DefaultErrorHandlerBuilder quiet() {
        DefaultErrorHandlerBuilder quiet = new DefaultErrorHandlerBuilder();
        quiet.logExhausted(false).logStackTrace(false).logHandled(false).disableRedelivery();
        return quiet;
    }

    ConnectorLoader loader() {
        return loader;
    }

    /**
     * Adds and starts the routes of an instance.
     *
     * @throws ConnectorRefused if they cannot be had or break a rule of {@link Dispatcher#routes}; nothing of them stays
     */
    void add(Dispatcher dispatcher, DestinationLane lane) throws ConnectorRefused {
        add(() -> dispatcher.routes(lane), lane);
    }

    private synchronized void add(Supplier<RoutesBuilder> routes, DestinationLane lane) throws ConnectorRefused {
        Set<String> before = new HashSet<>();
        camel.getRoutes().forEach(route -> before.add(route.getId()));
        Set<Endpoint> endpoints = new HashSet<>(camel.getEndpoints());
        try {
            RoutesBuilder builder = loader.with(routes);
            if (builder == null) {
                throw new ConnectorRefused("It gave no routes.", null);
            }
            loader.with(() -> start(builder));
            Route start = start(lane, added(before));
            lanes.put(
                    lane,
                    new LaneRoutes(
                            start, added(before).stream().map(Route::getId).toList()));
        } catch (ConnectorRefused | RuntimeException | LinkageError e) {
            added(before).forEach(route -> drop(route.getId()));
            camel.getEndpoints().stream()
                    .filter(endpoint -> !endpoints.contains(endpoint))
                    .forEach(this::drop);
            throw e instanceof ConnectorRefused refused
                    ? refused
                    : new ConnectorRefused("It threw " + e.getClass().getName() + ".", e);
        }
    }

    private Void start(RoutesBuilder builder) {
        try {
            camel.addRoutes(builder);
            return null;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the routes do not start", e);
        }
    }

    private List<Route> added(Set<String> before) {
        List<Route> added = new ArrayList<>(camel.getRoutes());
        added.removeIf(route -> before.contains(route.getId()));
        return added;
    }

    /** The one that starts at the lane, if all keep to the shape. */
    private Route start(DestinationLane lane, List<Route> added) throws ConnectorRefused {
        for (Route route : added) {
            if (!route.getId().startsWith(lane.routePrefix())) {
                throw new ConnectorRefused("A route id does not start with " + lane.routePrefix() + ".", null);
            }
            if (!camel.getRouteController().getRouteStatus(route.getId()).isStarted()) {
                throw new ConnectorRefused("Route " + route.getId() + " does not start by itself.", null);
            }
        }
        List<Route> starts = added.stream()
                .filter(route -> route.getEndpoint() == camel.hasEndpoint(lane.uri()))
                .toList();
        if (starts.size() != 1) {
            throw new ConnectorRefused("Exactly one route starts at the lane; it has " + starts.size() + ".", null);
        }
        return starts.get(0);
    }

    /**
     * Sends a task through the routes of its lane, on the calling thread: straight into the route. A producer of Camel's
     * component "direct" would look the route up by its name, and two threads at once may find the one that had the name
     * before, which is stopped.
     *
     * @return the ended exchange; what was thrown is in it
     */
    Exchange send(DestinationLane lane, DispatchTask task) {
        return loader.with(() -> {
            Route start = lanes.get(lane).start();
            Exchange exchange = start.getEndpoint().createExchange();
            exchange.getMessage().setBody(task);
            try {
                start.getConsumer().getProcessor().process(exchange);
            } catch (Exception e) {
                // This is the boundary to Camel: what its error handler does not keep in the exchange is thrown.
                exchange.setException(e);
            }
            return exchange;
        });
    }

    /** A lane of this name, or of the next one that none has which is still there. */
    synchronized DestinationLane free(DestinationLane lane) {
        DestinationLane free = lane;
        while (lanes.containsKey(free)) {
            free = free.next();
        }
        return free;
    }

    /** Stops and removes the routes of an instance, whose exchanges have ended. Others may come meanwhile. */
    void remove(DestinationLane lane) {
        LaneRoutes gone = lanes.get(lane);
        if (gone != null) {
            gone.ids().forEach(this::drop);
            lanes.remove(lane);
        }
    }

    private void drop(String route) {
        try {
            camel.getRouteController().stopRoute(route, STOP_SECONDS, TimeUnit.SECONDS);
            camel.removeRoute(route);
        } catch (Exception e) {
            LOG.warn("Route {} did not stop cleanly; it goes with its context.", route, e);
        }
    }

    private void drop(Endpoint endpoint) {
        try {
            camel.removeEndpoint(endpoint);
        } catch (Exception e) {
            LOG.warn("Endpoint {} did not stop cleanly; it goes with its context.", endpoint, e);
        }
    }

    /** Names of the Camel components that its routes use. */
    Set<String> components() {
        return camel.getComponentNames();
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    /** Names of the present routes. */
    List<String> routeIds() {
        return camel.getRoutes().stream().map(Route::getId).sorted().toList();
    }

    boolean isStopped() {
        return camel.isStopped();
    }

    @Override
    public void close() {
        loader.with(() -> {
            camel.stop();
            return null;
        });
    }
}
