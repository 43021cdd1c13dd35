package io.renkei.door.oidc.fakes;

import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.sites.Sites;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Properties;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.util.tracker.ServiceTracker;

/** The fakes as services of a running gateway, with the sites of {@code etc/fake-sites.properties}. */
public final class FakeActivator implements BundleActivator {

    public static final String FILE = "fake-sites.properties";

    private ServiceTracker<Interactions, Interactions> interactions;

    @Override
    public void start(BundleContext bundle) throws IOException {
        Clock clock = Clock.systemUTC();
        Properties file = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(bundle.getProperty("karaf.etc"), FILE))) {
            file.load(in);
        }
        interactions = new ServiceTracker<>(bundle, Interactions.class, null);
        interactions.open();
        FakeSites sites = new FakeSites();
        sites.read(file);
        FakeSessions sessions = new FakeSessions(clock);
        FakeLinks links = new FakeLinks(clock);
        FakeHandovers handovers = new FakeHandovers(sites, clock);
        bundle.registerService(Sites.class, sites, first());
        bundle.registerService(Sessions.class, sessions, first());
        bundle.registerService(Links.class, links, first());
        bundle.registerService(Handovers.class, handovers, first());
        Dictionary<String, Object> place = first();
        place.put("osgi.http.whiteboard.servlet.name", "fake pages");
        place.put("osgi.http.whiteboard.servlet.pattern", "/people/requests/*");
        bundle.registerService(
                Servlet.class, new FakePages(interactions::getService, sessions, links, handovers, clock), place);
    }

    /** They go before the kernel's own, where it is there. */
    private static Dictionary<String, Object> first() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, 1_000);
        return properties;
    }

    @Override
    public void stop(BundleContext bundle) {
        interactions.close();
    }
}
