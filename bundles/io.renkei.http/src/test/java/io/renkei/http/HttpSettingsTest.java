package io.renkei.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {

    @Test
    void allFaultsAreToldAtOnce() {
        SettingsCheck check = new SettingsCheck();
        assertEquals(Optional.empty(), HttpSettings.read(check, "http://api.example.invalid/", "", "", 5, 400_000, 1));
        check.within("settle.millis", -1, 0, 10);
        check.require(true, "nothing is wrong here");
        String told =
                assertThrows(IllegalArgumentException.class, check::finish).getMessage();
        assertEquals(5, told.lines().count(), told);
        for (String key : new String[] {
            "endpoint.url", "connect.timeout.millis", "response.timeout.millis", "total.timeout.millis", "settle.millis"
        }) {
            assertTrue(told.contains(key), told);
        }
    }

    @Test
    void aCallTakesConnectAndResponseTimeoutTogether() {
        SettingsCheck check = new SettingsCheck();
        HttpSettings settings = HttpSettings.read(
                        check, "https://api.example.invalid/v2", "ca.pem", "", 5_000, 30_000, 35_000)
                .orElseThrow();
        check.finish();
        assertEquals(Duration.ofSeconds(35), settings.call());
        assertEquals(Optional.of(Path.of("ca.pem")), settings.trust());
        assertEquals(Optional.empty(), settings.identity());
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:9443/etax, ''",
        "http://127.0.0.1:9443, ''",
        "https://api.example.invalid/v2, ca.pem",
        "https://localhost:9443/etax, ca.pem"
    })
    void httpsNeedsItsAuthoritiesAndPlainHttpReachesThisMachine(String url, String trust) {
        assertEquals(URI.create(url), HttpSettings.url(url, trust));
    }

    @ParameterizedTest
    @CsvSource({
        "https://localhost:9443/etax, ''",
        "http://api.example.invalid/v2, ca.pem",
        "https://api.example.invalid/v2/, ca.pem",
        "https://api.example.invalid/v2?a=b, ca.pem",
        "https://user@api.example.invalid/v2, ca.pem",
        "ftp://localhost/v2, ca.pem",
        "localhost, ca.pem",
        "'', ca.pem",
        "'not a url', ca.pem"
    })
    void everythingElseIsNoUrl(String url, String trust) {
        assertThrows(IllegalArgumentException.class, () -> HttpSettings.url(url, trust));
    }
}
