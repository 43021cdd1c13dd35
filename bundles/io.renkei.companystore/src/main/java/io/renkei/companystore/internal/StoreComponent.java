package io.renkei.companystore.internal;

import io.renkei.api.spi.TlsContexts;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.outgoing.HttpsCaller;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One company's store, as its file says. A change that cannot be used leaves the settings of before in use; one that can is
 * in use at once, beside the calls of before that are still under way.
 */
@Component(
        service = HealthSource.class,
        immediate = true,
        configurationPid = StoreConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StoreConfig.class, factory = true)
public final class StoreComponent implements HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(StoreComponent.class);
    private static final String PART = "company store";

    private final Stores stores;
    private final Function<StoreSettings, CompanyStore> made;
    private volatile CompanyStore store;

    /** @throws IllegalArgumentException if the settings cannot be used */
    @Activate
    public StoreComponent(
            StoreConfig config,
            @Reference Stores stores,
            @Reference ContentStore contents,
            @Reference TlsContexts tls) {
        this.stores = stores;
        this.made = settings -> new CompanyStore(
                settings,
                new HttpsCaller(tls.client(settings.trust(), settings.identity()), settings.patience()),
                new Spool(contents),
                Clock.systemUTC());
        try {
            store = made.apply(StoreSettings.of(config));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(StoreCode.SETTINGS.line() + "\n" + e.getMessage(), e);
        }
        stores.name(this, store);
    }

    @Modified
    void change(StoreConfig config) {
        try {
            store = made.apply(StoreSettings.of(config));
        } catch (IllegalArgumentException e) {
            LOG.error("{}\n{}", StoreCode.CHANGE.line(), e.getMessage());
            return;
        }
        stores.name(this, store);
    }

    @Deactivate
    void stop() {
        stores.leave(this);
        store.giveUp();
    }

    @Override
    public List<Finding> findings() {
        CompanyStore mine = store;
        String partner = mine.settings().partner().value();
        if (stores.of(mine.settings().partner()).filter(used -> used == mine).isEmpty()) {
            return List.of(Finding.warning(PART, partner + ": " + StoreCode.TWICE.line()));
        }
        return List.of(mine.trouble()
                .map(why -> Finding.warning(PART, partner + ": " + StoreCode.NO_ANSWER.line() + " (" + why + ")"))
                .orElseGet(() -> Finding.ok(PART, partner + ": nothing is wrong.")));
    }
}
