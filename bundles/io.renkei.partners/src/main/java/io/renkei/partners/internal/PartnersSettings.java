package io.renkei.partners.internal;

import io.renkei.api.model.PartnerId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What holds for all partners together.
 *
 * @param warning how long before the end of a client certificate health warns
 * @param portal which portal is meant where none is named; empty for the only one
 */
record PartnersSettings(GatewayLimits limits, Duration warning, Optional<PartnerId> portal) {

    PartnersSettings {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(warning, "warning");
        Objects.requireNonNull(portal, "portal");
    }

    /** @throws IllegalArgumentException saying what to write */
    static PartnersSettings of(PartnersConfig config) {
        return new PartnersSettings(
                GatewayLimits.of(config), Duration.ofDays(config.expiry_warning_days()), portal(config.portal()));
    }

    private static Optional<PartnerId> portal(String text) {
        try {
            return Optional.of(text.strip()).filter(id -> !id.isEmpty()).map(PartnerId::new);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("portal: " + e.getMessage(), e);
        }
    }
}
