package io.renkei.door.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.util.converter.Converters;

class OidcSettingsTest {

    private static OidcSettings of(Map<String, ?> settings) {
        return OidcSettings.of(Converters.standardConverter().convert(settings).to(OidcConfig.class));
    }

    @Test
    void anIssuerIsAllThatIsNeeded() {
        OidcSettings settings = of(Map.of("issuer", "https://login.example:8444"));
        assertEquals(URI.create("https://login.example:8444"), settings.issuer());
        assertEquals(Duration.ofMinutes(5), settings.accessToken());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> of(Map.of(
                        "issuer",
                        "http://login.example/",
                        "access.token.seconds",
                        5,
                        "body.max.bytes",
                        1,
                        "dpop.nonces",
                        "x")));
        assertEquals(5, refused.getMessage().lines().count(), refused.getMessage());
    }

    @Test
    void anIssuerHasNoPathSoThatEachEndpointStandsAtOnePlace() {
        for (String issuer : List.of("https://login.example/", "https://login.example/oidc", "https://x?y=1")) {
            assertThrows(IllegalArgumentException.class, () -> of(Map.of("issuer", issuer)), issuer);
        }
    }

    @Test
    void withoutAnIssuerThereIsNoProviderAndNoFault() {
        assertEquals(List.of(), new OidcRule().faults(Map.of()));
        assertFalse(new OidcRule().faults(Map.of("issuer", "login.example")).isEmpty());
    }
}
