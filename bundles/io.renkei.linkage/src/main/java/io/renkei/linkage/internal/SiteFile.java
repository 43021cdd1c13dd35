package io.renkei.linkage.internal;

import io.renkei.ports.health.Finding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One site's file. A wrong one at start leaves that site out; a wrong change leaves the running settings as they are. */
@Component(
        service = {},
        immediate = true,
        configurationPid = SiteConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SiteConfig.class, factory = true)
public final class SiteFile {

    private static final Logger LOG = LoggerFactory.getLogger(SiteFile.class);
    private static final String PART = "sites";

    private final SiteBook sites;
    private volatile boolean used;

    @Activate
    public SiteFile(@Reference SiteBook sites, SiteConfig config) {
        this.sites = sites;
        change(config);
    }

    @Modified
    void change(SiteConfig config) {
        try {
            SiteSettings settings = SiteSettings.of(config);
            sites.put(this, settings);
            used = true;
            LOG.info("The settings of site {} are in use", settings.id());
        } catch (IllegalArgumentException e) {
            LinkageCode code = used ? LinkageCode.SITE_CHANGE : LinkageCode.SITE;
            String sentence =
                    name(config) + ": " + code.line() + " " + e.getMessage().replace('\n', ';');
            sites.wrong(this, used ? Finding.warning(PART, sentence) : Finding.critical(PART, sentence));
            LOG.error("{} ({})\n{}", code.line(), name(config), e.getMessage());
        }
    }

    @Deactivate
    void remove() {
        sites.remove(this);
    }

    private static String name(SiteConfig config) {
        return config.id().replaceAll("[^a-z0-9-]", "?");
    }
}
