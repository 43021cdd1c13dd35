package io.renkei.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.catalogue.Catalogue.Opening;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceHoursTest {

    private static final DestinationId ELTAX = new DestinationId("eltax");
    private static final String HOURS = """
              eltax:
                hours:
                  mon-fri: ["08:30-24:00"]
                  sat: ["08:30-12:00", "13:00-24:00"]
                  holiday: []
                closed:
                  - {from: "2026-12-29T00:00", until: "2027-01-04T08:30"}
            """;

    private static Instant japan(String time) {
        return OffsetDateTime.parse(time + ":00+09:00").toInstant();
    }

    private static Folders folder(String hours) throws Exception {
        return Folders.copyOf(Samples.SHIPPED).replace("destinations.yaml", "  eltax:\n", hours);
    }

    /** Monday the 23rd is a holiday; the 28th of November 2026 is a Saturday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:29, false, 2026-11-27T08:30",
        "2026-11-27T08:30, true, 2026-11-28T00:00",
        "2026-11-28T12:30, false, 2026-11-28T13:00",
        "2026-11-28T13:00, true, 2026-11-29T00:00",
        "2026-11-29T10:00, false, 2026-11-30T08:30",
        "2026-11-23T10:00, false, 2026-11-24T08:30",
        "2026-12-28T23:59, true, 2026-12-29T00:00",
        "2026-12-30T10:00, false, 2027-01-04T08:30",
    })
    void opensAndClosesByDayHourHolidayAndPlan(String now, boolean open, String until) throws Exception {
        LiveCatalogue catalogue = LiveCatalogue.of(folder(HOURS).path());
        assertEquals(new Opening(open, Optional.of(japan(until))), catalogue.opening(ELTAX, japan(now)));
    }

    @Test
    void aDestinationWithoutHoursIsAlwaysOpenAndSoIsOneThatNobodyKnows() {
        LiveCatalogue catalogue = LiveCatalogue.of(Samples.SHIPPED);
        assertEquals(Opening.ALWAYS, catalogue.opening(ELTAX, japan("2026-11-23T03:00")));
        assertEquals(Opening.ALWAYS, catalogue.opening(new DestinationId("nobody"), japan("2026-11-23T03:00")));
    }

    @Test
    void aPlannedClosureAloneLeavesTheRestOpen() throws Exception {
        LiveCatalogue catalogue = LiveCatalogue.of(folder("""
                  eltax:
                    closed: [{from: "2026-12-29T00:00", until: "2027-01-04T08:30"}]
                """).path());
        assertEquals(
                new Opening(true, Optional.of(japan("2026-12-29T00:00"))),
                catalogue.opening(ELTAX, japan("2026-11-29T03:00")));
        assertEquals(Opening.ALWAYS, catalogue.opening(ELTAX, japan("2027-01-04T08:30")));
    }

    @Test
    void allThatIsWrongWithHoursIsToldAtOnce() throws Exception {
        Folders folder = folder("""
                  eltax:
                    hours:
                      mon-fri: ["08:30-25:00", "9-17", "22:00-06:00"]
                      fri: ["08:30-24:00"]
                      funday: []
                    closed:
                      - {from: "2026-12-29", until: "2027-01-04T08:30"}
                      - {from: "2027-01-04T08:30", until: "2026-12-29T00:00"}
                """).replace("holidays.yaml", "2026-01-01:", "2026-13-01:");
        var refusal = assertThrows(CatalogueRefused.class, () -> new CatalogueFolder(folder.path()).read());
        for (String fault : List.of(
                "destinations.yaml: destinations.eltax.hours.mon-fri[1]: is no time of one day",
                "destinations.yaml: destinations.eltax.hours.mon-fri[2]: is no time of one day",
                "destinations.yaml: destinations.eltax.hours.mon-fri[3]: is no time of one day",
                "destinations.yaml: destinations.eltax.hours.fri: names a day that another line names too.",
                "destinations.yaml: destinations.eltax.hours.funday: is no day here",
                "destinations.yaml: destinations.eltax.closed[1].from: is no time",
                "destinations.yaml: destinations.eltax.closed[2]: ends before it begins.",
                "holidays.yaml: holidays.2026-13-01: is no day")) {
            assertTrue(
                    refusal.faults().stream().anyMatch(line -> line.startsWith(fault)),
                    fault + "\nis not in\n" + refusal.getMessage());
        }
    }
}
