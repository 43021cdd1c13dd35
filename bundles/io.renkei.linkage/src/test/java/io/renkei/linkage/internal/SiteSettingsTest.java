package io.renkei.linkage.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.sites.Site;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SiteSettingsTest {

    @Test
    void aSiteIsWhatItsFileSays() {
        Site site = SiteSettings.of(Kernel.config(
                        "minato-bank",
                        Map.of(
                                "accounts", "person, company",
                                "items", "2, 3-14",
                                "deductions", "TEG800, TEG850",
                                "consent.days", "30",
                                "handover.hours", "2",
                                "redirects", "https://a.example/x, https://a.example/y",
                                "certificates", "AB:".repeat(31) + "AB",
                                "initiate.login.url", "https://a.example/login")))
                .with("");
        assertEquals(Set.of(AccountKind.PERSON, AccountKind.COMPANY), site.accounts());
        assertEquals(Set.of(new SelfInformationNumber("2"), new SelfInformationNumber("3-14")), site.items());
        assertEquals(new Site.Deductions(Set.of("TEG800", "TEG850"), false), site.deductions());
        assertEquals(Duration.ofDays(30), site.consentLasts());
        assertEquals(Duration.ofHours(2), site.handoverLasts());
        assertEquals(
                Set.of(URI.create("https://a.example/x"), URI.create("https://a.example/y")),
                site.client().redirects());
        assertEquals(Set.of("ab".repeat(32)), site.client().certificates());
        assertEquals(
                Optional.of(URI.create("https://a.example/login")),
                site.client().initiateLogin());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        SiteConfig config = Config.of(Map.of(
                "id", "Bank!",
                "accounts", "robot",
                "items", "x",
                "hours.sign.on", "always",
                "consent.days", "0",
                "redirects", "http://a.example",
                "client.authentication", "secret",
                "certificates", "12",
                "encrypted", "true"));
        String told = assertThrows(IllegalArgumentException.class, () -> SiteSettings.of(config))
                .getMessage();
        for (String key : List.of(
                "id ",
                "name.ja",
                "name.en",
                "purpose.ja",
                "purpose.en",
                "accounts",
                "items",
                "hours.sign.on",
                "consent.days",
                "redirects",
                "client.authentication",
                "certificates",
                "jwks")) {
            assertTrue(told.lines().anyMatch(line -> line.startsWith(key)), () -> key + " in\n" + told);
        }
    }

    @Test
    void certificatesAreNamedByKindAndDocumentsBelongToAKind() {
        for (Map<String, String> bad : List.of(
                Map.of("deductions", "TEG104"), Map.of("deductions", "all"), Map.of("deductions.documents", "true"))) {
            String told = assertThrows(IllegalArgumentException.class, () -> SiteSettings.of(Kernel.config("tax", bad)))
                    .getMessage();
            assertTrue(told.startsWith("deductions"), told);
        }
        assertEquals(
                Site.Deductions.NONE,
                SiteSettings.of(Kernel.config("tax", Map.of())).bare().deductions());
    }

    @Test
    void aFragmentOrAUserIsNoRedirect() {
        for (String url :
                List.of("https://a.example/#x", "https://u@a.example/", "https:///x", "javascript:alert(1)")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> SiteSettings.of(Kernel.config("bank", Map.of("redirects", url))),
                    url);
        }
    }

    @Test
    void japaneseIsReadWhetherItIsWrittenInUtf8OrInEscapes() {
        String bytes = new String("みなと銀行 𠮷".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        for (String read : List.of(bytes, "みなと銀行 𠮷")) {
            Site site = SiteSettings.of(Kernel.config("bank", Map.of("name.ja", read, "name.en", "Café")))
                    .bare();
            assertEquals("みなと銀行 𠮷", site.name().ja());
            assertEquals("Café", site.name().en());
        }
    }

    /** Each by configuration alone. */
    @Test
    void theExamplesOfTheSandboxAreRight() throws IOException {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("../../config/dev"))) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("io.renkei.linkage.site-"))
                    .toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                    properties.load(reader);
                }
                Map<String, String> values = new HashMap<>();
                properties
                        .stringPropertyNames()
                        .forEach(key -> values.put(
                                key,
                                properties
                                        .getProperty(key)
                                        .replace("${renkei.sandbox.company}", "https://127.0.0.1:9445")));
                Site site = SiteSettings.of(Config.of(values)).bare();
                assertTrue(
                        site.name().ja().codePoints().allMatch(c -> c < 0x80 || c > 0x2000),
                        site.name().ja());
                ids.add(site.id().value());
            }
        }
        assertEquals(Set.of("e-tax", "pension-net", "my-post", "minato-bank", "zeimu-soft", "zeirishi-kai"), ids);
    }
}
