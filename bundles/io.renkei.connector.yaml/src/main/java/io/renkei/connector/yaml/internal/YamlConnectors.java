package io.renkei.connector.yaml.internal;

import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.Troubles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the folder of connector files, and begins anew when what they may reach changes. */
@Component(service = Troubles.class, immediate = true, configurationPid = YamlConfig.PID)
@Designate(ocd = YamlConfig.class)
public final class YamlConnectors implements Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(YamlConnectors.class);
    private static final Pattern OWN_VALUE = Pattern.compile("\\$\\{((?:renkei|karaf)\\.[a-z.]+)\\}");

    private final BundleContext context;
    private final TlsContexts tls;
    private volatile FileWatch watch;

    /** @throws IllegalArgumentException if the settings are wrong; the component then stays away */
    @Activate
    public YamlConnectors(BundleContext context, YamlConfig config, @Reference TlsContexts tls) {
        this.context = context;
        this.tls = tls;
        this.watch = watch(config);
    }

    private FileWatch watch(YamlConfig config) {
        AllowList allowed = AllowList.of(config);
        Path folder = config.directory().isBlank()
                ? Path.of(context.getProperty("karaf.etc"), "connectors")
                : Path.of(config.directory());
        ConnectorMaker maker = new ConnectorMaker(allowed, this::filled, tls, Clock.systemUTC());
        return new FileWatch(folder, new ServiceMakes(context, maker));
    }

    @Activate
    synchronized void start() {
        watch.start();
    }

    /** What is no longer allowed goes with the rest, and does not come back. */
    @Modified
    synchronized void configure(YamlConfig config) {
        FileWatch next;
        try {
            next = watch(config);
        } catch (IllegalArgumentException e) {
            LOG.error("The settings of before stay in use; correct the file: {}", e.getMessage());
            return;
        }
        watch.close();
        watch = next;
        watch.start();
        LOG.info("New settings are in use.");
    }

    @Deactivate
    synchronized void stop() {
        watch.close();
    }

    @Override
    public List<Trouble> troubles() {
        return watch.troubles();
    }

    private String filled(String text) {
        return OWN_VALUE
                .matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(
                        Optional.ofNullable(context.getProperty(name.group(1))).orElse(name.group())));
    }
}
