package io.renkei.linkage.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.health.Finding;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteDirectoryTest {

    private static final SiteId BANK = new SiteId("bank");
    private static final String KEYS =
            "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"%s\",\"x\":\"a\",\"y\":\"b\"}]}";

    private final SiteDirectory sites = new SiteDirectory(day -> false);

    private static SiteSettings settings(Path keys, String name) {
        return SiteSettings.of(Kernel.config(
                "bank", Map.of("client.authentication", "private_key_jwt", "jwks", keys.toString(), "name.ja", name)));
    }

    private String keys() {
        return sites.find(BANK).map(Site::client).map(Site.Client::jwks).orElse("");
    }

    @Test
    void newKeysAreTakenByThemselvesAndBrokenOnesAreNot(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys.json");
        Files.writeString(file, String.format(KEYS, "one"));
        sites.put(this, settings(file, "銀行"));
        assertTrue(keys().contains("one"));

        Files.writeString(file, String.format(KEYS, "second"));
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    sites.look();
                    return keys().contains("second");
                });

        Files.writeString(file, "{\"keys\":[");
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    sites.look();
                    return sites.findings().get(0).level() == Finding.Level.WARNING;
                });
        assertTrue(keys().contains("second"), "the keys of before stay in use");
    }

    @Test
    void aSiteWhoseKeysWereNeverReadIsNotInUseAndHealthSaysSo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys.json");
        sites.put(this, settings(file, "銀行"));
        assertEquals(Optional.empty(), sites.find(BANK));
        assertEquals(Finding.Level.CRITICAL, sites.findings().get(0).level());
        for (String wrong : List.of(
                "[]",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":[1]}",
                "x",
                "{\"keys\":[{\"kty\":\"EC\",\"d\":\"private\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"secret\"}]}")) {
            Files.writeString(file, wrong);
            sites.put(this, settings(file, "銀行"));
            assertEquals(Optional.empty(), sites.find(BANK), wrong);
        }
        Files.writeString(file, String.format(KEYS, "good"));
        sites.put(this, settings(file, "銀行"));
        assertEquals(Finding.Level.OK, sites.findings().get(0).level());
    }

    @Test
    void aSiteThatWantsEncryptionIsNotInUseWithoutAKeyForIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys.json");
        SiteSettings wants = SiteSettings.of(Kernel.config(
                "bank",
                Map.of("client.authentication", "private_key_jwt", "jwks", file.toString(), "encrypted", "true")));
        for (String use : List.of("", "\"use\":\"sig\",")) {
            Files.writeString(file, String.format(KEYS, "one").replace("{\"kty\"", "{" + use + "\"kty\""));
            sites.put(this, wants);
            assertEquals(Optional.empty(), sites.find(BANK));
            assertTrue(sites.findings().get(0).sentence().contains("no key with use enc"));
        }
        Files.writeString(file, String.format(KEYS, "one").replace("{\"kty\"", "{\"use\":\"enc\",\"kty\""));
        sites.put(this, wants);
        assertTrue(sites.find(BANK).orElseThrow().client().encrypted());
    }

    @Test
    void aChangedFileCountsAtOnceAndARemovedOneToo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys.json");
        Files.writeString(file, String.format(KEYS, "one"));
        sites.put(this, settings(file, "銀行"));
        sites.put(this, settings(file, "新銀行"));
        assertEquals("新銀行", sites.find(BANK).orElseThrow().name().ja());
        sites.remove(this);
        assertEquals(List.of(), sites.all());
    }

    @Test
    void ofTwoFilesWithOneIdTheFirstCountsAndHealthSaysSo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys.json");
        Files.writeString(file, String.format(KEYS, "one"));
        sites.put("first", settings(file, "一"));
        sites.put("second", settings(file, "二"));
        assertEquals("一", sites.find(BANK).orElseThrow().name().ja());
        assertTrue(sites.findings().get(0).sentence().contains("LINKAGE-004"));
        sites.remove("first");
        assertEquals("二", sites.find(BANK).orElseThrow().name().ja());
    }

    @Test
    void anUnknownSiteIsNeverOpen() {
        assertEquals(
                false,
                sites.opening(BANK, io.renkei.ports.sites.Sites.Use.SIGN_ON, java.time.Instant.EPOCH)
                        .open());
    }
}
