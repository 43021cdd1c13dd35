package io.renkei.ops.internal;

import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.AccountJournal.Estate;
import io.renkei.ports.settings.Setting;
import io.renkei.ports.settings.Settings;
import io.renkei.ports.settings.SettingsRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Erases an account, or says what erasing would do. What the law says must be kept stays, without anything that names the person, and the
 * answer says until when.
 */
public final class AccountErasing {

    private final AccountJournal journal;
    private final Optional<Settings> settings;
    private final Clock clock;

    public AccountErasing(AccountJournal journal, Optional<Settings> settings, Clock clock) {
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param sure whether to erase; else only what would happen is said
     * @param by who orders it
     */
    public Answer run(AccountId account, boolean sure, String by) {
        Instant now = clock.instant();
        Estate before = journal.estate(account, now).orElseThrow(() -> unknown(account));
        boolean erased = sure && before.erased().isEmpty() && journal.erase(account, by, now);
        Estate after = journal.estate(account, now).orElseThrow(() -> unknown(account));
        return new AccountErasedSheet(account, before, after.erased(), erased, ended(before), kept(after));
    }

    private static OpsFault unknown(AccountId account) {
        return OpsCode.ARGUMENT.fault("There is no account " + account
                + ". Its owner reads its number on the pages, under certificates or inboxes.");
    }

    /** One line of what goes or stays. */
    record Line(String what, long number, String fate) {}

    private static List<Line> ended(Estate estate) {
        return List.of(
                new Line("certificates or company accounts", estate.proofs(), "removed: nobody signs in any more"),
                new Line("sessions", estate.sessions(), "ended; sites are told (back-channel logout)"),
                new Line("links", estate.links(), "revoked; sites are told, and their tokens end"),
                new Line("handovers with data", estate.handovers(), "revoked, data destroyed"),
                new Line("answers of agencies", estate.questions(), "destroyed"),
                new Line("bundles of documents", estate.bundles(), "destroyed"),
                new Line("codes at agencies", estate.agencies(), "destroyed; the agencies keep theirs"),
                new Line("delegations given", estate.given(), "ended"),
                new Line("delegations held", estate.held(), "ended"),
                new Line("inboxes", estate.inboxes(), "no longer read; what lies in them is their partner's"),
                new Line("receipts and signed requests", estate.papers(), "destroyed; the person may have saved them"));
    }

    private List<Line> kept(Estate estate) {
        List<Line> kept = new ArrayList<>();
        kept.add(new Line(
                "rows of evidence", estate.rows(), "kept without end; what they say cannot be read without the key"));
        kept.add(new Line(
                "access records",
                estate.accessRecords(),
                until(estate.lastAccess(), "io.renkei.selfinfo", "access.records.years")));
        kept.add(new Line(
                "records of documents",
                estate.holdingRecords(),
                until(estate.lastHolding(), "io.renkei.holdings", "record.years")));
        return kept;
    }

    /** The last day of the last one, by the setting in use. */
    private String until(Optional<Instant> last, String configuration, String key) {
        if (last.isEmpty()) {
            return "none";
        }
        return "kept by law, under the number of the account alone, "
                + years(configuration, key)
                        .map(years -> "the last until "
                                + LocalDate.ofInstant(last.get(), Times.JAPAN).plusYears(years) + " (" + key + " = "
                                + years + ")")
                        .orElse("for as long as " + key + " of " + configuration + " says");
    }

    private Optional<Integer> years(String configuration, String key) {
        try {
            return settings.isEmpty()
                    ? Optional.empty()
                    : settings.get().list(configuration).stream()
                            .filter(setting -> setting.key().equals(key))
                            .map(Setting::effective)
                            .map(Integer::valueOf)
                            .findFirst();
        } catch (SettingsRefused e) {
            return Optional.empty(); // its bundle is not running
        }
    }
}
