package io.renkei.connector.yaml.internal;

import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.MinistryConnector;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.TlsContexts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the folder four times a second and offers a connector service for each file. */
@Component(
        service = {},
        immediate = true,
        configurationPid = YamlConfig.PID)
@Designate(ocd = YamlConfig.class)
public final class YamlConnectors implements LiveFile.Makes {

    private static final Logger LOG = LoggerFactory.getLogger(YamlConnectors.class);
    private static final long LOOK_MILLIS = 250;
    private static final Pattern OWN_VALUE = Pattern.compile("\\$\\{((?:renkei|karaf)\\.[a-z.]+)\\}");

    private final BundleContext context;
    private final ConnectorMaker maker;
    private final LiveFiles files;
    private final ScheduledExecutorService looks;

    /** @throws IllegalArgumentException if the settings are wrong; the component then stays away */
    @Activate
    public YamlConnectors(BundleContext context, YamlConfig config, @Reference TlsContexts tls) {
        this.context = context;
        maker = new ConnectorMaker(AllowList.of(config), this::filled, tls, Clock.systemUTC());
        Path folder = config.directory().isBlank()
                ? Path.of(context.getProperty("karaf.etc"), "connectors")
                : Path.of(config.directory());
        files = new LiveFiles(new ConnectorFolder(folder), this);
        looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "renkei.connector.yaml");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Activate
    void start() {
        looks.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The boundary of the thread: a defect in one look must not end the looks. */
    private void look() {
        try {
            files.look();
        } catch (RuntimeException e) {
            LOG.error("The connector files could not be looked at; those in use stay. Report this.", e);
        }
    }

    @Deactivate
    void stop() {
        looks.shutdownNow();
        files.close();
    }

    private String filled(String text) {
        return OWN_VALUE
                .matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(
                        Optional.ofNullable(context.getProperty(name.group(1))).orElse(name.group())));
    }

    @Override
    public FileConnector make(String name, LiveFile.Source source) throws FileRefused {
        return maker.make(name, source);
    }

    @Override
    public Runnable offer(FileConnector connector) {
        List<String> services = new ArrayList<>(List.of(MinistryConnector.class.getName(), Dispatcher.class.getName()));
        if (connector instanceof Reconciler) {
            services.add(Reconciler.class.getName());
        }
        if (connector instanceof StatusReader) {
            services.add(StatusReader.class.getName());
        }
        FileSettings settings = connector.instance().settings();
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("connector.id", settings.connector());
        properties.put(
                "connector.procedures",
                settings.procedures().stream().map(Object::toString).toArray(String[]::new));
        ServiceRegistration<?> offered =
                context.registerService(services.toArray(String[]::new), connector, properties);
        return offered::unregister;
    }
}
