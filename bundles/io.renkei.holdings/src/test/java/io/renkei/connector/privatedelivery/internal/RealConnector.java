package io.renkei.connector.privatedelivery.internal;

import io.renkei.api.spi.HoldingsSource;
import io.renkei.api.spi.TlsContexts;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.util.converter.Converters;

/** The connector as it is deployed, over mutual TLS. */
public final class RealConnector {

    private RealConnector() {}

    /** @param pki where the keys of the sandbox and of the gateway lie */
    public static HoldingsSource at(String url, String destination, String site, Path pki, TlsContexts tls) {
        Map<String, Object> set = Map.of(
                "destination",
                "private-delivery." + destination,
                "site",
                site,
                "endpoint.url",
                url,
                "tls.trust",
                pki.resolve("ca.pem").toString(),
                "tls.identity",
                pki.resolve("gateway.pem").toString(),
                "connect.timeout.millis",
                2_000L,
                "response.timeout.millis",
                8_000L);
        return new PrivateDeliveryConnector(
                tls, Converters.standardConverter().convert(set).to(PrivateDeliveryConfig.class));
    }

    public static void stop(HoldingsSource connector) {
        ((PrivateDeliveryConnector) connector).stop();
    }
}
