package io.renkei.format.zip.internal;

import io.renkei.api.spi.PackageFiles;
import io.renkei.format.zip.ZipLimits;
import io.renkei.ports.packages.PackageRefused;
import io.renkei.ports.packages.Packages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Publishes the opener of packages with the configured limits. */
@Component(service = Packages.class, configurationPid = ZipConfig.PID)
@Designate(ocd = ZipConfig.class)
public final class ZipComponent implements Packages {

    private final PackageOpener opener;

    @Activate
    public ZipComponent(ZipConfig config) {
        this.opener = new PackageOpener(limits(config));
    }

    @Override
    public PackageFiles open(byte[] bytes) throws PackageRefused {
        return opener.open(bytes);
    }

    static ZipLimits limits(ZipConfig config) {
        return new ZipLimits(
                config.entries_max(),
                config.entry_max_bytes(),
                config.total_max_bytes(),
                config.ratio_max(),
                config.name_max_characters());
    }
}
