package io.renkei.linkage.internal;

import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.rounds.Rounds;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes the sites of the files that are there. */
@Component(
        service = {Sites.class, SiteBook.class, HealthSource.class},
        immediate = true)
public final class SiteBook implements Sites, HealthSource {

    private static final Duration LOOK = Duration.ofMillis(400);

    private final SiteDirectory directory;
    private final Map<Object, Finding> wrong = new LinkedHashMap<>();
    private final Rounds looks;

    @Activate
    public SiteBook(@Reference Catalogue catalogue) {
        this.directory = new SiteDirectory(catalogue::isPublicHoliday);
        this.looks = new Rounds("renkei.linkage.keys", "The look at the keys of sites", () -> LOOK, directory::look);
    }

    @Activate
    void start() {
        looks.plan();
    }

    @Deactivate
    void stop() {
        looks.close();
    }

    void put(Object file, SiteSettings settings) {
        right(file);
        directory.put(file, settings);
    }

    void remove(Object file) {
        right(file);
        directory.remove(file);
    }

    synchronized void wrong(Object file, Finding finding) {
        wrong.put(file, finding);
    }

    private synchronized void right(Object file) {
        wrong.remove(file);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(directory.findings());
        synchronized (this) {
            findings.addAll(wrong.values());
        }
        return findings;
    }

    @Override
    public List<Site> all() {
        return directory.all();
    }

    @Override
    public Optional<Site> find(SiteId id) {
        return directory.find(id);
    }

    @Override
    public Opening opening(SiteId site, Use use, Instant now) {
        return directory.opening(site, use, now);
    }

    @Override
    public boolean vouches(SiteId site) {
        return directory.vouches(site);
    }
}
