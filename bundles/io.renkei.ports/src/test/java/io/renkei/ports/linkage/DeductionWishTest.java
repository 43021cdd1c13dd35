package io.renkei.ports.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.DeductionKinds;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Words;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a site may ask for of deduction certificates, and how that is said. */
class DeductionWishTest {

    private static final SelfInformationNumber TAX = new SelfInformationNumber("2");

    @Test
    void aWishNamesAYearAndKindsOfDeductionCertificates() {
        for (Set<String> bad : List.of(
                Set.<String>of(),
                Set.of("TEG104"),
                Set.of("TEG8000"),
                Set.of("teg800"),
                IntStream.range(800, 821).mapToObj(each -> "TEG" + each).collect(Collectors.toSet()))) {
            assertThrows(IllegalArgumentException.class, () -> new DeductionWish(2026, bad, false), bad.toString());
        }
        assertThrows(IllegalArgumentException.class, () -> new DeductionWish(26, Set.of("TEG800"), false));
        assertEquals(2026, new DeductionWish(2026, Set.of("TEG899"), false).year());
    }

    @Test
    void aHandoverIsOfItemsOrCertificatesOrBoth() {
        Optional<DeductionWish> certificates = Optional.of(new DeductionWish(2026, Set.of("TEG800"), false));
        assertThrows(IllegalArgumentException.class, () -> new HandoverWish(Map.of(), "", Optional.empty()));
        assertTrue(new HandoverWish(Map.of(), "", certificates).items().isEmpty());
        assertFalse(new HandoverWish(Map.of(TAX, new AttributeCondition.Latest()), "secret", certificates)
                .toString()
                .contains("secret"));
    }

    @Test
    void aCertificateIsNamedByServiceAndIdAndByNothingElse() {
        HoldingRef ref = new HoldingRef(new SiteId("my-post"), "h-1._A");
        assertEquals(Optional.of(ref), HoldingRef.parse(ref.toString()));
        for (String bad : List.of("", "my-post", "my-post/", "/h", "my-post/a/b", "my-post/a b", "My/h", "my-post/é")) {
            assertEquals(Optional.empty(), HoldingRef.parse(bad), bad);
        }
        assertThrows(IllegalArgumentException.class, () -> new HoldingRef(new SiteId("my-post"), "a".repeat(65)));
    }

    @Test
    void aKindHasANameInBothLanguagesAndAnUnknownOneItsCode() {
        assertEquals(new Words("生命保険料控除証明書", "Life insurance premiums"), DeductionKinds.name("TEG800"));
        assertEquals(new Words("TEG899", "TEG899"), DeductionKinds.name("TEG899"));
    }

    @Test
    void theConsentSaysWhatIsCollectedFromWhomAndWhetherDocumentsGoAlong() {
        DeductionWish papers = new DeductionWish(2026, Set.of("TEG850", "TEG800"), true);
        Words alone = text(Map.of(), papers);
        assertTrue(
                alone.ja().startsWith("「みなと」の求めに応じて、連携済みの民間送達サービスから2026年分の控除証明書等（TEG800 生命保険料控除証明書、TEG850"),
                alone.ja());
        assertTrue(alone.ja().contains("署名付き文書も渡されます。利用目的：審査。") && !alone.ja().contains("行政機関"), alone.ja());
        assertTrue(
                alone.en()
                        .startsWith(
                                "I consent that, as \"Minato\" asks, the deduction certificates of the year 2026 (TEG800"),
                alone.en());

        Words both =
                text(Map.of(TAX, new AttributeCondition.Latest()), new DeductionWish(2026, Set.of("TEG800"), false));
        assertTrue(both.ja().contains("取り寄せることに同意します：「2 税」（最新）。また、連携済みの"), both.ja());
        assertFalse(both.ja().contains("署名付き文書"), both.ja());
        assertTrue(
                both.en().contains("from the agencies: 2 tax (latest); and that the deduction certificates"),
                both.en());
    }

    private static Words text(Map<SelfInformationNumber, AttributeCondition> items, DeductionWish papers) {
        Site site = new Site(
                new SiteId("minato"),
                new Words("みなと", "Minato"),
                new Words("審査", "a check"),
                Set.of(AccountKind.PERSON),
                Set.of(),
                Duration.ofDays(1),
                Duration.ofDays(1),
                new Site.Client(
                        Site.ClientAuthentication.TLS_CERTIFICATE,
                        Set.of(URI.create("https://site.example/back")),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Set.of(),
                        false,
                        false,
                        true));
        return ConsentText.handover(
                site,
                new HandoverWish(items, "", Optional.of(papers)),
                number -> new Words("税", "tax"),
                Instant.parse("2026-11-29T00:00:00Z"));
    }
}
