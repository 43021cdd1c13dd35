package io.renkei.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.ports.catalogue.Catalogue.Planned;
import io.renkei.ports.catalogue.Catalogue.Planning;
import io.renkei.ports.catalogue.Catalogue.RuleFault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanningTest {

    private static final ItemId INDIVIDUAL = new ItemId("employee.individual-number");

    private final LiveCatalogue catalogue = LiveCatalogue.of(Samples.SHIPPED);

    @Test
    void theShippedCatalogueKnowsAllProceduresByName() {
        for (int number = 1; number <= 67; number++) {
            assertTrue(catalogue.procedureName(new ProcedureId("" + number)).isPresent(), "procedure " + number);
        }
        assertEquals(Optional.empty(), catalogue.procedureName(new ProcedureId("68")));
        assertEquals(5, catalogue.destinations().size());
        assertEquals(
                Optional.of("健康保険組合"),
                catalogue.destinationName(new DestinationId("health-insurance-society.06130012")));
        assertEquals(Optional.empty(), catalogue.destinationName(new DestinationId("e-tax.1")));
    }

    @Test
    void aHireGoesToTheDestinationsOfItsProcedures() {
        assertEquals(
                List.of("1 social-insurance-online", "12 hello-work", "18 e-tax", "22 eltax"),
                lines(good(Samples.hire())));
    }

    @Test
    void aSocietyIsADestinationWhenItsNumberIsGiven() {
        Samples hire = Samples.hire();
        hire.own("1", "insurance.society-number", Samples.text("06130012"));
        assertEquals(
                List.of(
                        "1 social-insurance-online",
                        "1 health-insurance-society.06130012",
                        "12 hello-work",
                        "18 e-tax",
                        "22 eltax"),
                lines(good(hire)));
    }

    @Test
    void eachDestinationGetsWhatItsProcedureListsAndNothingElse() {
        List<Planned> filings = good(Samples.hire());
        assertTrue(filings.get(0).content().items().containsKey(INDIVIDUAL));
        assertTrue(filings.get(1).content().items().containsKey(INDIVIDUAL));
        assertTrue(filings.get(3).content().items().containsKey(INDIVIDUAL));
        Planned payrollOffice = filings.get(2);
        assertTrue(payrollOffice.content().items().keySet().stream()
                .noneMatch(item -> item.value().startsWith("employee.")));
        assertEquals(14, payrollOffice.content().items().size());
        assertEquals(
                new ItemId("employer.corporate-number"),
                payrollOffice.content().items().keySet().iterator().next());
    }

    @Test
    void everyFaultIsToldAtOnceWithoutItsValue() {
        Samples hire = Samples.hire();
        hire.common("employee.birth-date", Samples.date("2030-01-01"));
        hire.common("employer.postal-code", Samples.text("秘密123"));
        hire.common("employee.sex", Samples.code("sex", "秘密"));
        hire.common("employment.monthly-wage", new ItemValue.Money(-987_654));
        hire.common("employee.name", Samples.text("𠮷".repeat(101)));
        hire.common("no.such-item", Samples.text("秘密"));
        hire.own("12", "tax.filer-id", Samples.text("1234567890123456"));
        hire.own("12", "employment-insurance.weekly-hours", Samples.date("2025-01-01"));
        hire.own.get("18").remove(new ItemId("tax.office-name"));
        hire.own("22", "local-tax.municipality", Samples.code("municipality", "131131"));
        hire.own("2", "insurance.office-sign", Samples.text("イ"));
        hire.own("28", "insurance.office-sign", Samples.text("イ"));
        hire.own("999", "insurance.office-sign", Samples.text("イ"));
        hire.own("1", "employee.name.kana", Samples.kana("ヤマダ　タロウ"));

        List<RuleFault> faults = bad(hire.toPackage());

        assertEquals(
                List.of(
                        "CAT-011 common/employer.postal-code",
                        "CAT-010 common/employee.name",
                        "CAT-012 common/employee.sex",
                        "CAT-014 common/employment.monthly-wage",
                        "CAT-008 common/no.such-item",
                        "CAT-020 common/employee.birth-date",
                        "CAT-021 common/employment.start",
                        "CAT-017 1/employee.name.kana",
                        "CAT-009 12/employment-insurance.weekly-hours",
                        "CAT-007 12/tax.filer-id",
                        "CAT-006 18/tax.office-name",
                        "CAT-013 22/local-tax.municipality",
                        "CAT-005 2",
                        "CAT-004 28",
                        "CAT-005 28",
                        "CAT-002 999"),
                faults.stream().map(fault -> fault.code() + " " + fault.place()).toList());
        for (RuleFault fault : faults) {
            String words = fault.sentence() + fault.sentenceJa();
            assertFalse(words.contains("秘密") || words.contains("987") || words.contains("%"), words);
        }
    }

    @Test
    void lengthsCountCodePoints() {
        Samples hire = Samples.hire();
        hire.common("employee.name", Samples.text("𠮷".repeat(100)));
        good(hire);
    }

    @Test
    void employmentMayBeginAYearAheadAndNoLater() {
        Samples hire = Samples.hire();
        hire.common("employment.start", Samples.date("2026-04-02"));
        good(hire);
        hire.common("employment.start", Samples.date("2026-04-03"));
        assertEquals("CAT-022", bad(hire.toPackage()).get(0).code());
    }

    @Test
    void aLifeEventOfAnotherNameIsToldTogetherWithTheRest() {
        Samples hire = Samples.hire();
        hire.lifeEvent = Optional.of("marriage");
        hire.own.get("12").clear();
        List<RuleFault> faults = bad(hire.toPackage());
        assertEquals("CAT-001", faults.get(0).code());
        assertEquals(6, faults.size());
    }

    @Test
    void aProcedureIsNotTakenBeforeItIsValid() {
        var planning = assertInstanceOf(
                Planning.Bad.class, catalogue.plan(Samples.hire().toPackage(), LocalDate.of(2020, 10, 31)));
        assertEquals(
                List.of("CAT-003", "CAT-003", "CAT-003", "CAT-003"),
                planning.faults().stream()
                        .map(RuleFault::code)
                        .filter("CAT-003"::equals)
                        .toList());
    }

    @Test
    void aHundredFaultsAreToldAndThatThereAreMore() {
        Samples hire = Samples.hire();
        IntStream.range(0, 150).forEach(i -> hire.common("no.item-" + i, Samples.text("あ")));
        List<RuleFault> faults = bad(hire.toPackage());
        assertEquals(100, faults.size());
        assertEquals("CAT-023", faults.get(99).code());
    }

    @Test
    void anOriginalIsPlannedByItsOfficialIdentifierWhateverItLacks() {
        List<Planned> filings = good(Samples.original("4950008680033000", Map.of(), List.of()));
        assertEquals(List.of("12 hello-work"), lines(filings));
        assertEquals(new ProcedureId("4950008680033000"), filings.get(0).part());
        assertEquals(
                List.of("1 social-insurance-online", "1 health-insurance-society.06130012"),
                lines(good(Samples.original(
                        "4950013520711000-2",
                        Map.of(new ItemId("insurance.society-number"), Samples.text("06130012")),
                        List.of()))));
        assertEquals(List.of("28 hello-work"), lines(good(Samples.original("4950008680035000", Map.of(), List.of()))));
    }

    @Test
    void anOfficialIdentifierOfThePastIsRefused() {
        assertEquals(
                "CAT-003",
                bad(Samples.original("4950000020325000", Map.of(), List.of()))
                        .get(0)
                        .code());
        assertEquals(
                "CAT-002",
                bad(Samples.original("1234567890123456", Map.of(), List.of()))
                        .get(0)
                        .code());
        assertEquals(
                Optional.of(new ProcedureId("12")),
                catalogue.byOfficialId("4950000020325000", LocalDate.of(2022, 5, 31)));
        assertEquals(Optional.empty(), catalogue.byOfficialId("4950000020325000", LocalDate.of(2022, 6, 1)));
    }

    @Test
    void anItemThatNamesNoFileIsRefused() throws Exception {
        List<RuleFault> faults = new ArrayList<>();
        LiveCatalogue own = LiveCatalogue.of(Folders.copyOf(Samples.SHIPPED)
                .replace("items.yaml", "items:\n", "items:\n  proof:\n    type: attachment\n    name: 証明書\n")
                .replace("procedures.yaml", "- tax.office-code", "- proof\n        - tax.office-code")
                .path());
        Samples hire = Samples.hire();
        hire.own("18", "proof", new ItemValue.AttachmentRef("a1"));
        faults.addAll(assertInstanceOf(Planning.Bad.class, own.plan(hire.toPackage(), Samples.DAY))
                .faults());
        assertEquals(
                "CAT-015 18/proof", faults.get(0).code() + " " + faults.get(0).place());
    }

    private List<Planned> good(Samples hire) {
        return good(hire.toPackage());
    }

    private List<Planned> good(ApplicationPackage content) {
        Planning planning = catalogue.plan(content, Samples.DAY);
        return assertInstanceOf(Planning.Good.class, planning, planning::toString)
                .filings();
    }

    private List<RuleFault> bad(ApplicationPackage content) {
        return assertInstanceOf(Planning.Bad.class, catalogue.plan(content, Samples.DAY))
                .faults();
    }

    private static List<String> lines(List<Planned> filings) {
        return filings.stream()
                .map(filing -> filing.procedure() + " " + filing.destination())
                .toList();
    }
}
