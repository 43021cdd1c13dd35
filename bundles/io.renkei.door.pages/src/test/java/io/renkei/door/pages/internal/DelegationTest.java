package io.renkei.door.pages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.Delegations.Registered;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.interaction.Interactions.Outcome;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecordId;
import io.renkei.ports.records.Requester;
import io.renkei.testkit.TestAuthority;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delegations, given and held, and acting by one. */
class DelegationTest {

    private Town town;
    private Browser principal;
    private Browser representative;

    @BeforeEach
    void open() throws Exception {
        town = new Town();
        principal = new Browser(Town.AUTHORITY.client(Town.HANAKO), "ja");
        representative = new Browser(Town.AUTHORITY.client(Town.TARO), "ja");
        signIn(principal);
        signIn(representative);
    }

    @AfterEach
    void close() throws Exception {
        town.close();
    }

    private void signIn(Browser browser) {
        browser.open(town.settings.certificate().resolve("/people/sign-in/certificate"));
    }

    private LocalDate today() {
        return Moments.dayOf(town.clock.instant());
    }

    static Delegation given(Town town, TestAuthority.Issued by, TestAuthority.Issued to) {
        LocalDate today = Moments.dayOf(town.clock.instant());
        Grant grant = new Grant(
                Set.of(Service.SELF_INFORMATION, Service.ACCESS_RECORDS, Service.HANDOVER),
                Set.of(new SelfInformationNumber("1")),
                today,
                today);
        return ((Registered.Holds) town.delegations.register(town.account(by).id(), Town.proof(to), grant))
                .delegation();
    }

    @Test
    void bothArePresentThePrincipalBySessionTheRepresentativeByCertificate() {
        Browser together = new Browser(Town.AUTHORITY.client(Town.TARO), "ja");
        together.cookies.putAll(principal.cookies);
        Browser.Page form = together.open(town.settings.certificate().resolve("/people/delegations/beside"));
        assertTrue(form.says("代理人の証明書を確認しました"));
        assertTrue(
                form.header("Content-Security-Policy").contains("form-action 'self' " + town.settings.people() + ";"));
        Browser.Page lacking = together.submit(form, "/beside", "service", "SELF_INFORMATION");
        assertEquals(422, lacking.status());
        Browser.Page tooLong = together.submit(
                form,
                "/beside",
                "service",
                "ACCESS_RECORDS",
                "from",
                today().toString(),
                "until",
                today().plusYears(3).toString());
        assertTrue(tooLong.says("2年を超えています"));
        Browser.Page done = together.submit(
                form,
                "/beside",
                "service",
                "SELF_INFORMATION",
                "item",
                "1",
                "from",
                today().toString(),
                "until",
                today().plusDays(10).toString());
        assertTrue(done.says("代理人を登録しました") && done.says("この委任は"));
        assertEquals(1, town.delegations.held(town.account(Town.TARO).id()).size());
    }

    @Test
    void thePrincipalsOwnCertificateIsNoRepresentative() {
        Browser.Page page = principal.open(town.settings.certificate().resolve("/people/delegations/beside"));
        assertEquals(403, page.status());
        assertTrue(page.says("PAGES-063"));
    }

    @Test
    void anOfferIsToldByACodeThatStandsInNoAddressAndIsAccepted() {
        Browser.Page form = principal.open(town, "/people/delegations/offer");
        Browser.Page offered = principal.submit(
                form,
                "/offer",
                "association",
                "test-bank",
                "service",
                "ACCESS_RECORDS",
                "from",
                today().toString(),
                "until",
                today().plusDays(400).toString());
        assertTrue(offered.says("ABCD 2345 EFGH"));
        assertFalse(offered.address().toString().contains("ABCD"));
        Browser.Page held = representative.open(town, "/people/delegations");
        assertEquals(
                404, representative.submit(held, "/accept", "code", "WRONG").status());
        assertTrue(
                representative.submit(held, "/accept", "code", "ABCD 2345-EFGH").says("委任を承諾しました"));
    }

    @Test
    void aDelegationIsChangedAndEnded() {
        Delegation given = given(town, Town.HANAKO, Town.TARO);
        assertTrue(principal.open(town, "/people/delegations").says("この委任は本日で終了します"));
        assertTrue(principal.open(town, "/people/sites").says("まもなく終了する委任があります"));
        Browser.Page form = principal.open(town, "/people/delegations/" + given.id() + "/change");
        assertTrue(form.says("id=\"item-1\" name=\"item\" value=\"1\" checked"));
        Browser.Page changed = principal.submit(
                form,
                "/change",
                "service",
                "ACCESS_RECORDS",
                "from",
                today().toString(),
                "until",
                today().plusDays(60).toString());
        assertTrue(changed.says("委任を変更しました"));
        assertEquals(
                404,
                representative
                        .open(town, "/people/delegations/" + given.id() + "/change")
                        .status());
        principal.submit(principal.open(town, "/people/delegations"), "/end");
        assertTrue(town.delegations.all.get(given.id()).ended().isPresent());
    }

    @Test
    void aRepresentativeSeesExactlyTheDelegatedItems() {
        Delegation given = given(town, Town.HANAKO, Town.TARO);
        Browser.Page form = representative.open(town, "/people/self-information?for=" + given.id());
        assertTrue(form.says("代理人として操作中です") && form.says("（委任の範囲外）"));
        assertEquals(
                403,
                representative
                        .submit(form, "/self-information", "condition", "latest", "item", "1", "item", "2")
                        .status());
        Browser.Page waiting = representative.submit(form, "/self-information", "condition", "latest", "item", "1");
        assertTrue(waiting.address().getQuery().equals("for=" + given.id()));
        var question = town.agencies.questions.values().iterator().next();
        assertEquals(
                new Actor(
                        town.account(Town.TARO).id(), town.account(Town.HANAKO).id()),
                question.who());
        town.delegations.end(town.account(Town.HANAKO).id(), given.id());
        assertEquals(403, representative.open(waiting.address()).status());
    }

    @Test
    void whatAPersonHandedOverIsNotForRepresentatives() {
        Delegation given = given(town, Town.HANAKO, Town.TARO);
        assertEquals(
                403,
                representative.open(town, "/people/handovers?for=" + given.id()).status());
    }

    @Test
    void anothersDelegationHelpsNobody() {
        Delegation given = given(town, Town.HANAKO, Town.TARO);
        assertEquals(
                403,
                principal.open(town, "/people/access-records?for=" + given.id()).status());
        assertEquals(
                403,
                representative
                        .open(town, "/people/access-records?for=" + UUID.randomUUID())
                        .status());
    }

    @Test
    void aRepresentativeHandsOverInThePrincipalsName() {
        Delegation given = given(town, Town.HANAKO, Town.TARO);
        principal.submit(principal.open(town, "/people/sites/test-bank"), "/consent");
        representative.submit(representative.open(town, "/people/sites/test-bank"), "/consent");
        Interactions.Begun begun = town.request("ja");
        Browser.Page page =
                representative.open(town, "/oidc/begin/" + begun.interaction().id() + "/" + begun.secret());
        assertTrue(page.says("委任を受けた方の情報を引き渡す"));
        Browser.Page forPrincipal = representative.open(town, page.address().getPath() + "?for=" + given.id());
        assertTrue(forPrincipal.says("委任の範囲に含まれない項目があるため") && !forPrincipal.says("同意して照会する"));
        assertFalse(town.interactions.outcomes.get(begun.interaction().id()) instanceof Outcome.Granted);
    }

    @Test
    void accessRecordsComePageByPageAndWhatTheLawHidesIsMarkedWithoutItsContent() {
        var who = town.account(Town.HANAKO).id();
        for (int i = 0; i < 45; i++) {
            town.agencies.records.add(new AccessRecord(
                    new AccessRecordId(UUID.randomUUID()),
                    who,
                    who,
                    new Requester.Principal(),
                    new SelfInformationNumber("2"),
                    Optional.of(new io.renkei.api.model.DestinationId("hello-work")),
                    town.clock.instant(),
                    Optional.empty(),
                    AccessRecord.Answer.NO_DATA,
                    i == 44));
        }
        Browser.Page first = principal.open(town, "/people/access-records");
        assertEquals(20, first.html().split("<li class=\"item", -1).length - 1);
        Browser.Page second = principal.open(town, older(first));
        Browser.Page third = principal.open(town, older(second));
        assertTrue(third.says("法令により内容を表示できない記録です"));
        assertEquals(5, third.html().split("<li class=\"item", -1).length - 1);
        assertFalse(third.says("?before="));
    }

    private static String older(Browser.Page page) {
        int at = page.html().indexOf("/people/access-records?before=");
        return page.html().substring(at, page.html().indexOf('"', at));
    }
}
