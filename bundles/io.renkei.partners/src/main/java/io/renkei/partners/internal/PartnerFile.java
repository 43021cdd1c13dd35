package io.renkei.partners.internal;

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
 * One partner's configuration. A wrong one at start leaves that partner out; a wrong change leaves the running settings
 * as they are.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = PartnerConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PartnerConfig.class, factory = true)
public final class PartnerFile {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerFile.class);

    private final ConfiguredPartners partners;

    @Activate
    public PartnerFile(@Reference PartnersService service, PartnerConfig config) {
        this.partners = service.partners();
        try {
            partners.put(this, PartnerSettings.of(config));
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "PARTNERS-001: the partner \"{}\" cannot call. Correct its file: {}", name(config), e.getMessage());
        }
    }

    @Modified
    void change(PartnerConfig config) {
        try {
            partners.put(this, PartnerSettings.of(config));
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "PARTNERS-001: the change of partner \"{}\" is not used; its settings of before stay in use. Correct"
                            + " its file: {}",
                    name(config),
                    e.getMessage());
        }
    }

    @Deactivate
    void remove() {
        partners.remove(this);
    }

    private static String name(PartnerConfig config) {
        return config.id().replaceAll("[^a-z0-9-]", "?");
    }
}
