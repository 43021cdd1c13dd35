package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.LinkStore.Count;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountJournal.Break;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Site.ClientAuthentication;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites.Opening;
import io.renkei.ports.sites.Words;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkageListsTest {

    private static final SiteId BANK = new SiteId("minato-bank");
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final AccountId PERSON = new AccountId(UUID.randomUUID());

    @Test
    void sitesAreListedWithTheirNextChange() {
        Site site = new Site(
                BANK,
                new Words("みなと銀行", "Minato Bank"),
                new Words("審査", "Examination"),
                Set.of(AccountKind.PERSON),
                Set.of(new SelfInformationNumber("2")),
                Duration.ofDays(1),
                Duration.ofDays(1),
                new Site.Client(
                        ClientAuthentication.PRIVATE_KEY_JWT,
                        Set.of(URI.create("https://bank.example/cb")),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Set.of(),
                        false,
                        false,
                        true));
        Opening closed = new Opening(false, Optional.of(NOW), new Words("平日", "weekdays"));
        Opening open = new Opening(true, Optional.empty(), new Words("", ""));
        SiteSheet sheet = new SiteSheet(List.of(new SiteSheet.Row(site, closed, open, open, false)));
        String page = Screen.page(() -> sheet);
        assertTrue(page.contains("minato-bank") && page.contains("closed until 2026-11-20 12:00:00"), page);
        JsonNode json = Screen.json(() -> sheet);
        assertEquals("weekdays", json.at("/sites/0/firstLink/hours").asText());
        assertTrue(json.at("/sites/0/signOn/open").asBoolean());
        assertTrue(Screen.page(() -> new SiteSheet(List.of())).contains("renkei:health"));
    }

    @Test
    void linksAreCounted() {
        LinkSheet sheet = new LinkSheet(Map.of(BANK, new Count(3, 1)));
        assertEquals(3, Screen.json(() -> sheet).at("/sites/0/held").asInt());
        assertTrue(Screen.page(() -> sheet).contains("minato-bank"));
    }

    @Test
    void handoversAreListedWithoutWhoseTheyAreAndWhatTheyAreAbout() {
        HandoverView view = new HandoverView(
                new HandoverId(UUID.randomUUID()),
                BANK,
                new HandoverWish(Map.of(new SelfInformationNumber("3-14"), new AttributeCondition.Latest()), "ローン番号12"),
                HandoverState.REVIEW,
                Optional.of(PERSON),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                NOW,
                NOW);
        HandoverSheet sheet = new HandoverSheet(HandoverState.REVIEW, List.of(view));
        for (String shown :
                List.of(Screen.page(() -> sheet), Screen.json(() -> sheet).toString())) {
            assertTrue(shown.contains(view.id().toString()), shown);
            assertFalse(shown.contains("3-14") || shown.contains("ローン") || shown.contains(PERSON.toString()), shown);
        }
        JsonNode counts = Screen.json(() -> new HandoverCounts(Map.of(HandoverState.REVIEW, 2L)));
        assertEquals(2, counts.get("REVIEW").asInt());
        assertEquals(0, counts.get("FETCHED").asInt());
    }

    @Test
    void delegationsThatEndAreListedWithoutTheTwo() {
        Delegation delegation = new Delegation(
                new DelegationId(UUID.randomUUID()),
                PERSON,
                Optional.of(PERSON),
                "",
                new Grant(Set.of(Service.NOTICES), Set.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 20)),
                NOW,
                Optional.empty(),
                1);
        DelegationSheet sheet = new DelegationSheet(LocalDate.of(2026, 11, 20), List.of(delegation));
        String page = Screen.page(() -> sheet);
        assertTrue(page.contains("LAST_DAY") && !page.contains(PERSON.toString()), page);
        assertEquals(
                "LAST_DAY",
                Screen.json(() -> sheet).at("/delegations/0/standing").asText());
    }

    @Test
    void aBrokenChainOfAnAccountIsAnAlarm() {
        AccountCheck check = new AccountCheck(4, Map.of(PERSON.toString(), new Break(2, "it was changed")));
        assertTrue(check.alarm().isPresent());
        assertEquals(2, Screen.json(() -> check).at("/broken/0/faultAt").asInt());
        assertEquals(Optional.empty(), new AccountCheck(4, Map.of()).alarm());
    }
}
