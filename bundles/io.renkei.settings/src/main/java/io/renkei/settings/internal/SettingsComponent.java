package io.renkei.settings.internal;

import io.renkei.api.spi.SettingsRule;
import io.renkei.ports.settings.ChangeLog;
import io.renkei.ports.settings.Setting;
import io.renkei.ports.settings.Settings;
import io.renkei.ports.settings.SettingsChange;
import io.renkei.ports.settings.SettingsFault;
import io.renkei.ports.settings.SettingsRefused;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.cm.SynchronousConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Comes after the plugin that fills secrets in, and before every component that is configured. */
@Component(
        service = {ConfigurationPlugin.class, SynchronousConfigurationListener.class, Settings.class, ChangeLog.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.IGNORE,
        property = ConfigurationPlugin.CM_RANKING + ":Integer=900")
public final class SettingsComponent
        implements ConfigurationPlugin, SynchronousConfigurationListener, Settings, ChangeLog {

    private final Desk desk;
    private final QuietCoordinator quiet;

    @Activate
    public SettingsComponent(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference ServiceComponentRuntime components,
            @Reference QuietCoordinator quiet) {
        this.quiet = quiet;
        Path kept = Path.of(context.getProperty("karaf.data")).resolve("settings");
        desk = new Desk(
                new Schemas(context),
                new Configurations(
                        admin, Path.of(context.getProperty("karaf.etc")), new References(context::getProperty)),
                new History(new HistoryFiles(kept), new Texts(kept.resolve("texts"))),
                new Failures(components));
    }

    @Activate
    void start() {
        desk.open(new SettingsManagement(this));
    }

    @Deactivate
    void stop() {
        desk.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRule(SettingsRule rule, Map<String, ?> properties) {
        desk.add(String.valueOf(properties.get(SettingsRule.PID)), rule);
    }

    void removeRule(SettingsRule rule, Map<String, ?> properties) {
        desk.remove(String.valueOf(properties.get(SettingsRule.PID)), rule);
    }

    @Override
    public void modifyConfiguration(ServiceReference<?> reference, Dictionary<String, Object> properties) {
        desk.pass(reference != null, properties);
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        boolean isRemoved = event.getType() == ConfigurationEvent.CM_DELETED;
        boolean isNothingNew = desk.changed(Pid.of(event.getPid(), event.getFactoryPid()), isRemoved);
        quiet.judged(isNothingNew && event.getType() == ConfigurationEvent.CM_UPDATED);
    }

    @Override
    public List<String> names() {
        return desk.steward().names();
    }

    @Override
    public List<Setting> list(String name) throws SettingsRefused {
        return desk.steward().list(name);
    }

    @Override
    public List<SettingsFault> faults() {
        return desk.faults();
    }

    @Override
    public void set(String name, String key, Optional<String> value) throws SettingsRefused {
        desk.steward().set(name, key, value);
    }

    @Override
    public List<SettingsChange> history(Optional<String> name) {
        return desk.history(name);
    }

    @Override
    public void rollback(String name, OptionalInt to) throws SettingsRefused {
        desk.steward().rollback(name, to);
    }

    @Override
    public void replaced(String name, String key, String before, String after, Path file) {
        desk.replaced(name, key, before, after, file);
    }
}
