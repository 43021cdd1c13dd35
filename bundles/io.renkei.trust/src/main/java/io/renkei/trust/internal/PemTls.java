package io.renkei.trust.internal;

import io.renkei.api.spi.TlsContexts;
import io.renkei.ports.health.Expiry;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Contexts from PEM files, which follow the files; one thread looks while there are contexts. */
@Component(
        service = {TlsContexts.class, HealthSource.class},
        configurationPid = TrustConfig.PID)
public final class PemTls implements TlsContexts, HealthSource {

    private final Map<Files, TlsFiles> known = new ConcurrentHashMap<>();
    private final Looks looks = new Looks("renkei-tls-files", this::look);
    private final Duration warning;
    private final Clock clock = Clock.systemUTC();

    private record Files(Path trusted, Optional<Path> identity) {}

    @Activate
    public PemTls(TrustConfig config) {
        this(Duration.ofDays(config.expiry_warning_days()));
    }

    PemTls(Duration warning) {
        this.warning = warning;
    }

    public PemTls() {
        this(Duration.ofDays(30));
    }

    @Override
    public SSLContext client(Path trusted, Optional<Path> identity) {
        Files files = new Files(trusted, identity);
        SSLContext context;
        synchronized (known) {
            context = known.computeIfAbsent(files, key -> new TlsFiles(trusted, identity, clock))
                    .context();
        }
        looks.begin();
        return context;
    }

    private void look() {
        synchronized (known) {
            known.values().removeIf(each -> !each.used());
        }
        known.values().forEach(TlsFiles::look);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        known.values().forEach(each -> found.addAll(each.findings(warning)));
        if (found.isEmpty()) {
            found.add(Finding.ok(
                    Expiry.PART,
                    "Those of connections to others are valid for more than " + warning.toDays() + " days."));
        }
        return found.stream().distinct().toList();
    }

    @Deactivate
    void close() {
        looks.close();
    }
}
