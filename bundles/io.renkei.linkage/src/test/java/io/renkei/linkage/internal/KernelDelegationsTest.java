package io.renkei.linkage.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.Delegations.Offered;
import io.renkei.ports.delegation.Delegations.Registered;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Authenticator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class KernelDelegationsTest {

    /** One o'clock in the night of 1 April in Japan. */
    private static final Instant BEGIN = Instant.parse("2030-03-31T16:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2030, 4, 1);

    private Kernel kernel;
    private AccountId principal;

    @BeforeAll
    void open(@TempDir Path folder) {
        kernel = new Kernel(folder);
    }

    @AfterAll
    void close() {
        kernel.close();
    }

    @BeforeEach
    void begin() {
        kernel.clock.set(BEGIN);
        principal = kernel.person().id();
    }

    private static Grant grant(LocalDate until) {
        return new Grant(Set.of(Service.SELF_INFORMATION, Service.NOTICES), Set.of(Kernel.TAX), TODAY, until);
    }

    private Delegation registered(LocalDate until) {
        return holds(kernel.delegations.register(principal, Kernel.certificate(), grant(until)));
    }

    private static Delegation holds(Registered registered) {
        return assertInstanceOf(Registered.Holds.class, registered).delegation();
    }

    private static Actor actor(Delegation delegation) {
        return new Actor(delegation.representative().orElseThrow(), delegation.principal());
    }

    @Test
    void severalRepresentativesActEachWithinTheirServicesItemsAndDays() {
        Delegation one = registered(TODAY.plusDays(1));
        Delegation two = registered(TODAY.plusYears(2));
        Actor who = actor(one);
        SelfInformationNumber other = Kernel.HEALTH;
        assertTrue(kernel.delegations.may(who, Service.NOTICES));
        assertFalse(kernel.delegations.may(who, Service.HANDOVER));
        assertFalse(kernel.delegations.may(who, Service.ACCESS_RECORDS));
        assertEquals(
                Set.of(Kernel.TAX),
                kernel.delegations.allowed(who, Service.SELF_INFORMATION, Set.of(Kernel.TAX, other)));
        assertEquals(Set.of(), kernel.delegations.allowed(who, Service.HANDOVER, Set.of(Kernel.TAX)));
        kernel.clock.pass(Duration.ofDays(2));
        assertFalse(kernel.delegations.may(who, Service.NOTICES), "its last day has passed");
        assertEquals(Set.of(), kernel.delegations.allowed(who, Service.SELF_INFORMATION, Set.of(Kernel.TAX)));
        assertEquals(List.of(), kernel.delegations.held(who.by()));
        assertTrue(kernel.delegations.may(actor(two), Service.NOTICES));
        assertFalse(
                kernel.delegations.may(
                        new Actor(actor(two).by(), kernel.person().id()), Service.NOTICES),
                "for nobody else");
    }

    @Test
    void everybodyMayActForThemselves() {
        Actor who = Actor.self(principal);
        assertTrue(kernel.delegations.may(who, Service.HANDOVER));
        assertEquals(Set.of(Kernel.TAX), kernel.delegations.allowed(who, Service.HANDOVER, Set.of(Kernel.TAX)));
    }

    @Test
    void itLastsTwoYearsFromItsRegistrationAtMostAlsoAfterAChange() {
        assertInstanceOf(
                Registered.Refused.class,
                kernel.delegations.register(
                        principal,
                        Kernel.certificate(),
                        grant(TODAY.plusYears(2).plusDays(1))));
        assertInstanceOf(
                Registered.Refused.class,
                kernel.delegations.register(
                        principal,
                        Kernel.certificate(),
                        new Grant(Set.of(Service.NOTICES), Set.of(), TODAY.minusDays(3), TODAY.minusDays(1))));
        Delegation delegation = registered(TODAY.plusYears(2));
        kernel.clock.pass(Duration.ofDays(100));
        assertInstanceOf(
                Registered.Refused.class,
                kernel.delegations.change(
                        principal, delegation.id(), grant(TODAY.plusYears(2).plusDays(1))));
        assertEquals(
                2,
                holds(kernel.delegations.change(principal, delegation.id(), grant(TODAY.plusYears(1))))
                        .version());
    }

    @Test
    void selfInformationIsDelegatedItemByItemAndToNobodyThemselves() {
        assertInstanceOf(
                Registered.Refused.class,
                kernel.delegations.register(
                        principal, Kernel.certificate(), new Grant(Set.of(Service.HANDOVER), Set.of(), TODAY, TODAY)));
        Authenticator own = Kernel.certificate();
        AccountId account = kernel.stores.accounts().signIn(own, BEGIN).id();
        assertInstanceOf(Registered.Refused.class, kernel.delegations.register(account, own, grant(TODAY)));
    }

    @Test
    void aChangeAndAnEndCountAtOnceAndEitherOfTheTwoMayEndIt() {
        Delegation delegation = registered(TODAY.plusDays(60));
        Actor who = actor(delegation);
        Grant less = new Grant(Set.of(Service.NOTICES), Set.of(), TODAY, TODAY.plusDays(60));
        assertInstanceOf(Registered.NoSuchOffer.class, kernel.delegations.change(who.by(), delegation.id(), less));
        assertEquals(
                2,
                holds(kernel.delegations.change(principal, delegation.id(), less))
                        .version());
        assertFalse(kernel.delegations.may(who, Service.SELF_INFORMATION));
        assertTrue(kernel.delegations.may(who, Service.NOTICES));
        assertEquals(Optional.empty(), kernel.delegations.end(kernel.person().id(), delegation.id()));
        Delegation ended = kernel.delegations.end(who.by(), delegation.id()).orElseThrow();
        assertEquals(Optional.of(BEGIN), ended.ended());
        assertEquals(Optional.of(ended), kernel.delegations.end(principal, delegation.id()));
        assertFalse(kernel.delegations.may(who, Service.NOTICES));
        assertInstanceOf(Registered.Refused.class, kernel.delegations.change(principal, delegation.id(), less));
        assertEquals(
                List.of("DELEGATION_REGISTERED", "DELEGATION_CHANGED", "DELEGATION_ENDED"),
                kernel.stores.evidence().timeLine(principal).stream()
                        .map(AccountJournal.Row::event)
                        .filter(event -> event.startsWith("DELEGATION"))
                        .toList());
        assertEquals(Optional.empty(), kernel.stores.evidence().verify(principal));
    }

    @Test
    void anOfferIsTakenOnceByWhoTheAssociationVouchesFor() {
        assertInstanceOf(
                Offered.Refused.class, kernel.delegations.offer(principal, Kernel.BANK, grant(TODAY.plusDays(9))));
        Offered.Waiting offer =
                (Offered.Waiting) kernel.delegations.offer(principal, Kernel.ASSOCIATION, grant(TODAY.plusDays(9)));
        assertTrue(offer.code().matches("[0-9A-HJKMNP-TV-Z]{12}"));
        String told = offer.code().toLowerCase(Locale.ROOT).replace('0', 'o').replaceAll("(.{4})", "$1-");

        AccountId stranger = kernel.person().id();
        assertInstanceOf(Registered.NoSuchOffer.class, kernel.delegations.accept(stranger, told));

        AccountId accountant = kernel.linked(Kernel.ASSOCIATION).by();
        Delegation taken = holds(kernel.delegations.accept(accountant, told));
        assertEquals(Optional.of(accountant), taken.representative());
        assertEquals("zeirishi-kai", taken.association());
        assertTrue(kernel.delegations.may(actor(taken), Service.NOTICES));
        AccountId second = kernel.linked(Kernel.ASSOCIATION).by();
        assertInstanceOf(Registered.NoSuchOffer.class, kernel.delegations.accept(second, told));
    }

    @Test
    void anOfferCannotBeTakenAfterAWeekNorByItsPrincipal() {
        kernel.link(Actor.self(principal), Kernel.ASSOCIATION);
        Offered.Waiting offer =
                (Offered.Waiting) kernel.delegations.offer(principal, Kernel.ASSOCIATION, grant(TODAY.plusDays(30)));
        assertInstanceOf(Registered.Refused.class, kernel.delegations.accept(principal, offer.code()));
        AccountId accountant = kernel.linked(Kernel.ASSOCIATION).by();
        kernel.clock.pass(Duration.ofDays(7));
        assertInstanceOf(Registered.NoSuchOffer.class, kernel.delegations.accept(accountant, offer.code()));
    }

    @Test
    void afterTenWrongCodesADayNoneIsTakenUntilTheNext() {
        AccountId accountant = kernel.linked(Kernel.ASSOCIATION).by();
        String code = ((Offered.Waiting)
                        kernel.delegations.offer(principal, Kernel.ASSOCIATION, grant(TODAY.plusDays(30))))
                .code();
        for (int i = 0; i < 10; i++) {
            assertInstanceOf(
                    Registered.NoSuchOffer.class, kernel.delegations.accept(accountant, "WRONG0000" + 100 + i));
        }
        assertInstanceOf(Registered.NoSuchOffer.class, kernel.delegations.accept(accountant, code));
        kernel.clock.pass(Duration.ofDays(1));
        assertInstanceOf(Registered.Holds.class, kernel.delegations.accept(accountant, code));
    }

    @Test
    void bothAreWarnedWhenTheEndComesNear() {
        Delegation delegation = registered(TODAY.plusDays(31));
        assertEquals(List.of(), kernel.delegations.nearEnd(principal));
        kernel.clock.pass(Duration.ofDays(1));
        assertEquals(List.of(delegation), kernel.delegations.nearEnd(principal));
        assertEquals(
                List.of(delegation),
                kernel.delegations.nearEnd(actor(delegation).by()));
        kernel.clock.pass(Duration.ofDays(30));
        assertEquals(List.of(delegation), kernel.delegations.nearEnd(principal));
        assertEquals(Delegation.Standing.LAST_DAY, delegation.standing(TODAY.plusDays(31)));
        kernel.clock.pass(Duration.ofDays(1));
        assertEquals(List.of(), kernel.delegations.nearEnd(principal));
    }
}
