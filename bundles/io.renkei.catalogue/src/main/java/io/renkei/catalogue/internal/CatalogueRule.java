package io.renkei.catalogue.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the catalogue that runs. */
@Component(property = SettingsRule.PID + "=" + "io.renkei.catalogue")
public final class CatalogueRule implements SettingsRule {

    private final BundleContext bundles;

    @Activate
    public CatalogueRule(BundleContext bundles) {
        this.bundles = bundles;
    }

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> LiveCatalogue.of(CatalogueComponent.folder(
                bundles, Converters.standardConverter().convert(properties).to(CatalogueConfig.class))));
    }
}
