package io.renkei.ports.catalogue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The catalogue in use. Safe for use by several threads; each call sees one version of it whole. */
@ProviderType
public interface Catalogue {

    /**
     * Checks a package against the rules of its procedures and plans its filings: procedure by destination, in the order
     * of the package.
     *
     * @param day the day of arrival in Japan, which decides what is valid
     */
    Planning plan(ApplicationPackage content, LocalDate day);

    /** What an operator or integrator calls the destination, in Japanese; empty for an unknown one. */
    Optional<String> destinationName(DestinationId destination);

    /** What a procedure is called in Japanese; empty for an unknown one. */
    Optional<String> procedureName(ProcedureId procedure);

    /** The procedure that an official identifier (手続識別子, 16 characters) names on a day. */
    Optional<ProcedureId> byOfficialId(String officialId, LocalDate day);

    /** All destinations, by id; an instance pattern such as one per society stands once, with a star. */
    List<DestinationRow> destinations();

    /**
     * Whether the destination's service hours let it be called; a destination without hours is always open, as is an
     * unknown one.
     */
    Opening opening(DestinationId destination, Instant now);

    /** Whether the day is a public holiday (国民の祝日) in the data in use; a weekend is none. */
    boolean isPublicHoliday(LocalDate day);

    /** The digest of the data in use, so that nodes can be compared. */
    String version();

    /** What is wrong with the changed files, which therefore are not in use; empty when the files are in use. */
    default List<String> faults() {
        return List.of();
    }

    /** One destination, as listed. */
    record DestinationRow(String id, String nameJa, String connector) {}

    /**
     * Whether a destination is open.
     *
     * @param until the next change, looked for in the two weeks to come; empty where there is none
     */
    record Opening(boolean open, Optional<Instant> until) {

        public static final Opening ALWAYS = new Opening(true, Optional.empty());
    }

    /** What came of planning: a plan, or all that is wrong. */
    sealed interface Planning {

        /** At least one filing. */
        record Good(String lifeEvent, List<Planned> filings) implements Planning {
            public Good {
                filings = List.copyOf(filings);
            }
        }

        /** Every fault at once, at least one. */
        record Bad(List<RuleFault> faults) implements Planning {
            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * One planned filing.
     *
     * @param procedure as the catalogue numbers it
     * @param content the common items and the procedure's own that this destination is to get, in the catalogue's order;
     *     an individual number only where the procedure is marked for it
     * @param part which part of the package it comes from; it differs from the procedure where the package names an
     *     official identifier
     */
    record Planned(ProcedureId procedure, DestinationId destination, FilingContent content, ProcedureId part) {

        /** A filing whose part is named like its procedure. */
        public Planned(ProcedureId procedure, DestinationId destination, FilingContent content) {
            this(procedure, destination, content, procedure);
        }
    }

    /**
     * One broken rule.
     *
     * @param code of the catalogue
     * @param place procedure and item, such as {@code 12/employee.birth-date}
     * @param sentence what is wrong and what the sender can do; it repeats no value
     * @param sentenceJa the same in Japanese
     */
    record RuleFault(String code, String place, String sentence, String sentenceJa) {}
}
