package io.renkei.partners.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Role;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.osgi.util.converter.Converters;

/** Settings for tests. */
final class Settings {

    private Settings() {}

    static PartnerConfig config(Map<String, Object> values) {
        return Converters.standardConverter().convert(values).to(PartnerConfig.class);
    }

    static PartnerSettings of(String id, Path certificate, Limits limits) {
        return new PartnerSettings(
                new Caller(new PartnerId(id), Set.of(Role.SUBMITTER), Set.<DestinationId>of()), certificate, limits);
    }

    static PartnerSettings portal(String id, Path certificate) {
        return new PartnerSettings(
                new Caller(new PartnerId(id), Set.of(Role.PORTAL), Set.<DestinationId>of()),
                certificate,
                of(id, certificate).limits());
    }

    static PartnerSettings of(String id, Path certificate) {
        return of(id, certificate, new Limits(32, 500, 67_108_864));
    }
}
