package io.renkei.routes.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Camel contexts of all connector bundles, and a spare one. To start a context takes about as long as everything else
 * that the replacement of a bundle does while its destination waits; so the spare one is started while nobody waits, with
 * the components that connectors use now. Safe for use by several threads.
 */
final class ConnectorContexts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorContexts.class);

    /** Until what a new connector found waiting is under way. */
    private static final Duration CALM = Duration.ofSeconds(1);

    private final Threads threads;
    private final Duration calm;
    private final Map<ClassLoader, ConnectorContext> contexts = new HashMap<>();
    private Optional<ConnectorContext> spare = Optional.empty();
    private boolean planned;
    private boolean closed;

    ConnectorContexts(Threads threads) {
        this(threads, CALM);
    }

    /** @param calm how long after a connector came the next spare context is started */
    ConnectorContexts(Threads threads, Duration calm) {
        this.threads = threads;
        this.calm = calm;
    }

    /** The context of a connector's bundle. @throws ConnectorRefused if none starts */
    synchronized ConnectorContext of(ConnectorSource source) throws ConnectorRefused {
        ConnectorContext context = contexts.get(source.loader());
        if (context == null) {
            try {
                context = source.bringsCamelParts() ? ConnectorContext.open(source) : next(source);
            } catch (RuntimeException | LinkageError e) {
                throw new ConnectorRefused("No Camel context starts for it.", e);
            }
            contexts.put(source.loader(), context);
            plan();
        }
        return context;
    }

    private ConnectorContext next(ConnectorSource source) {
        if (spare.isEmpty()) {
            return ConnectorContext.open(source);
        }
        ConnectorContext next = spare.get();
        spare = Optional.empty();
        next.use(source);
        return next;
    }

    private void plan() {
        if (spare.isEmpty() && !planned && !closed) {
            planned = true;
            threads.later(calm, this::prepare);
        }
    }

    private void prepare() {
        Optional<ConnectorContext> fresh = Optional.empty();
        try {
            fresh = Optional.of(ConnectorContext.spare(components()));
        } catch (RuntimeException | LinkageError e) {
            // The next connector starts its own, and says so if it cannot.
            LOG.debug("no spare Camel context starts", e);
        }
        if (!keep(fresh)) {
            fresh.ifPresent(ConnectorContext::close);
        }
    }

    private synchronized Set<String> components() {
        Set<String> components = new HashSet<>();
        contexts.values().forEach(context -> components.addAll(context.components()));
        return components;
    }

    private synchronized boolean keep(Optional<ConnectorContext> fresh) {
        planned = false;
        if (!closed) {
            spare = fresh;
        }
        return !closed;
    }

    synchronized boolean hasSpare() {
        return spare.isPresent();
    }

    synchronized void closeIfEmpty(ConnectorSource source) {
        ConnectorContext context = contexts.get(source.loader());
        if (context != null && context.isEmpty()) {
            contexts.remove(source.loader());
            context.close();
        }
    }

    /** The spare one goes; the others went with their connectors. */
    @Override
    public void close() {
        Optional<ConnectorContext> left;
        synchronized (this) {
            closed = true;
            left = spare;
            spare = Optional.empty();
        }
        left.ifPresent(ConnectorContext::close);
    }
}
