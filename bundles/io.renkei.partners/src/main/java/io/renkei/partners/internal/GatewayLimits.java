package io.renkei.partners.internal;

/** What all partners together may ask at once. */
record GatewayLimits(int requestsAtOnce, long bytesInFlight, long bytesUnannounced) {

    /** @throws IllegalArgumentException if a bound is not positive */
    GatewayLimits {
        if (requestsAtOnce < 1 || bytesInFlight < 1 || bytesUnannounced < 1) {
            throw new IllegalArgumentException(
                    "requests.at.once, bytes.in.flight and bytes.unannounced: at least 1 each");
        }
    }

    static GatewayLimits of(PartnersConfig config) {
        return new GatewayLimits(config.requests_at_once(), config.bytes_in_flight(), config.bytes_unannounced());
    }
}
