package io.renkei.linkage.internal;

import io.renkei.ports.config.SettledFiles;
import io.renkei.ports.health.Finding;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sites of all files. Of two files with one id the first one counts. A site whose keys never could be read is not in use; one whose
 * keys cannot be read any more goes on with those of before. Safe for use by several threads.
 */
final class SiteDirectory implements Sites {

    private static final Logger LOG = LoggerFactory.getLogger(SiteDirectory.class);
    private static final String PART = "sites";

    private final Predicate<LocalDate> holidays;
    private final Map<Object, Entry> entries = new LinkedHashMap<>();
    private final SettledFiles keyFiles;
    private volatile Map<SiteId, Entry> inUse = Map.of();

    /**
     * One file.
     *
     * @param site empty while its keys were never read
     * @param trouble what is wrong with its keys; empty text when nothing is
     */
    private record Entry(SiteSettings settings, Optional<Site> site, String trouble) {}

    /** @param holidays the public holidays of Japan */
    SiteDirectory(Predicate<LocalDate> holidays) {
        this.holidays = holidays;
        this.keyFiles = new SettledFiles(this::paths);
    }

    /** @param file whose site it is */
    synchronized void put(Object file, SiteSettings settings) {
        Optional<Entry> before = Optional.ofNullable(entries.get(file));
        entries.put(file, read(settings, before));
        publish();
    }

    synchronized void remove(Object file) {
        entries.remove(file);
        publish();
    }

    /** Reads the keys again where their files changed. */
    synchronized void look() {
        if (keyFiles.changed()) {
            entries.replaceAll((file, entry) -> read(entry.settings(), Optional.of(entry)));
            publish();
        }
    }

    private synchronized List<Path> paths() {
        return entries.values().stream()
                .flatMap(entry -> entry.settings().jwks().stream())
                .toList();
    }

    private static Entry read(SiteSettings settings, Optional<Entry> before) {
        if (settings.jwks().isEmpty()) {
            return new Entry(settings, Optional.of(settings.with("")), "");
        }
        try {
            boolean encrypts = settings.bare().client().encrypted();
            String keys = KeySet.read(settings.jwks().get(), encrypts);
            return new Entry(settings, Optional.of(settings.with(keys)), "");
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
            Optional<Site> kept = before.flatMap(Entry::site)
                    .filter(site -> site.id().equals(settings.id()))
                    .map(site -> settings.with(site.client().jwks()));
            if (before.filter(entry -> entry.trouble().equals(why)).isEmpty()) {
                LOG.error(
                        "{} ({}: {}) {}",
                        LinkageCode.SITE_KEYS.line(),
                        settings.id(),
                        why,
                        kept.isPresent() ? "The keys of before stay in use." : "The site is not in use.");
            }
            return new Entry(settings, kept, why);
        }
    }

    private void publish() {
        Map<SiteId, Entry> next = new LinkedHashMap<>();
        for (Entry entry : entries.values()) {
            if (entry.site().isPresent()) {
                next.putIfAbsent(entry.settings().id(), entry);
            }
        }
        inUse = Map.copyOf(next);
    }

    @Override
    public List<Site> all() {
        return inUse.values().stream()
                .map(entry -> entry.site().orElseThrow())
                .sorted(Comparator.comparing((Site site) -> site.name().ja())
                        .thenComparing(site -> site.id().value()))
                .toList();
    }

    @Override
    public Optional<Site> find(SiteId id) {
        return Optional.ofNullable(inUse.get(id)).flatMap(Entry::site);
    }

    @Override
    public Opening opening(SiteId site, Use use, Instant now) {
        return Optional.ofNullable(inUse.get(site))
                .map(entry -> entry.settings().windows().get(use).opening(now, holidays))
                .orElseGet(() -> new Opening(false, Optional.empty(), ServiceWindow.ALWAYS.hours()));
    }

    @Override
    public boolean vouches(SiteId site) {
        return Optional.ofNullable(inUse.get(site))
                .map(entry -> entry.settings().vouches())
                .orElse(false);
    }

    List<Finding> findings() {
        Collection<Entry> all;
        synchronized (this) {
            all = List.copyOf(entries.values());
        }
        List<Finding> findings = new ArrayList<>();
        all.stream()
                .filter(entry -> !entry.trouble().isEmpty())
                .map(entry -> finding(entry))
                .forEach(findings::add);
        all.stream()
                .collect(Collectors.groupingBy(entry -> entry.settings().id(), Collectors.counting()))
                .forEach((id, files) -> {
                    if (files > 1) {
                        findings.add(Finding.warning(PART, id + ": " + LinkageCode.SITE_TWICE.line()));
                    }
                });
        return findings.isEmpty() ? List.of(Finding.ok(PART, inUse.size() + " can be linked.")) : findings;
    }

    private static Finding finding(Entry entry) {
        String sentence = entry.settings().id() + ": " + LinkageCode.SITE_KEYS.line() + " (" + entry.trouble() + ")";
        return entry.site().isPresent() ? Finding.warning(PART, sentence) : Finding.critical(PART, sentence);
    }
}
