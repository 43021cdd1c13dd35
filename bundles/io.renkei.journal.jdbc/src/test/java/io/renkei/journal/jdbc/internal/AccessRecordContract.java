package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecord.Answer;
import io.renkei.ports.records.AccessRecord.Certificate;
import io.renkei.ports.records.AccessRecordId;
import io.renkei.ports.records.Requester;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the access records promise, whichever database is behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class AccessRecordContract {

    private static final Instant AT = Instant.parse("2026-04-01T00:00:00Z");
    private static final SelfInformationNumber TAX = new SelfInformationNumber("2");
    private static final Optional<DestinationId> CITY = Optional.of(new DestinationId("municipality.131130"));

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    @Test
    void listsAPersonsRecordsNewestFirstPageByPageThoughOthersComeMeanwhile() {
        AccountId person = account();
        List<AccessRecord> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Two at the same moment: a page may end between them.
            all.add(open(person, AT.plusSeconds(i / 2)));
        }
        journal.accessRecords().asked(all);
        journal.accessRecords().asked(List.of(open(account(), AT)));

        List<AccessRecordId> seen = new ArrayList<>();
        Optional<AccessRecordId> last = Optional.empty();
        List<AccessRecord> page = otherNode.accessRecords().list(person, last, 3);
        while (!page.isEmpty()) {
            page.forEach(record -> seen.add(record.id()));
            journal.accessRecords().asked(List.of(open(person, AT.plusSeconds(100))));
            last = Optional.of(page.get(page.size() - 1).id());
            page = otherNode.accessRecords().list(person, last, 3);
        }
        assertEquals(7, seen.size());
        assertEquals(7, seen.stream().distinct().count());
        assertEquals(List.of(), journal.accessRecords().list(account(), last, 3), "another's record begins no page");
    }

    @Test
    void theFirstAnswerCountsAndTheSameRecordIsWrittenOnce() {
        AccountId person = account();
        AccessRecord record = open(person, AT);
        journal.accessRecords().asked(List.of(record));
        otherNode.accessRecords().asked(List.of(record));
        journal.accessRecords().answered(List.of(record.id()), Answer.FOUND, false, AT.plusSeconds(1));
        otherNode.accessRecords().answered(List.of(record.id()), Answer.FAILED, false, AT.plusSeconds(2));
        AccessRecord only =
                journal.accessRecords().list(person, Optional.empty(), 10).get(0);
        assertEquals(Answer.FOUND, only.answer());
        assertEquals(Optional.of(AT.plusSeconds(1)), only.answered());
    }

    @Test
    void anUndisclosedEntryStandsThereWithoutWhatItIsAbout() {
        AccountId person = account();
        AccessRecord record = open(person, AT);
        journal.accessRecords().asked(List.of(record));
        journal.accessRecords().answered(List.of(record.id()), Answer.UNDISCLOSED, true, AT);
        AccessRecord only =
                journal.accessRecords().list(person, Optional.empty(), 10).get(0);
        assertEquals(true, only.undisclosed());
        assertEquals(Optional.empty(), only.item());
        assertEquals(Optional.empty(), only.agency());
        assertThrows(
                IllegalArgumentException.class, () -> journal.accessRecords().asked(List.of(only)));
    }

    @Test
    void aRecordIsAboutAnItemOrACertificate() {
        AccountId person = account();
        AccessRecord record = about(person, Optional.empty(), Optional.of(new Certificate("TEG800", 2026)));
        journal.accessRecords().asked(List.of(record));
        journal.accessRecords().answered(List.of(record.id()), Answer.RELEASED, false, AT.plusSeconds(1));
        AccessRecord only =
                otherNode.accessRecords().list(person, Optional.empty(), 10).get(0);
        assertEquals(Optional.of(new Certificate("TEG800", 2026)), only.certificate());
        assertEquals(Optional.empty(), only.item());
        assertEquals(Answer.RELEASED, only.answer());
        for (AccessRecord bad : List.of(
                about(person, Optional.empty(), Optional.empty()),
                about(person, Optional.of(TAX), Optional.of(new Certificate("TEG800", 2026))))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> journal.accessRecords().asked(List.of(bad)));
        }
    }

    private static AccessRecord about(
            AccountId person, Optional<SelfInformationNumber> item, Optional<Certificate> certificate) {
        return new AccessRecord(
                new AccessRecordId(UUID.randomUUID()),
                person,
                person,
                new Requester.Principal(),
                item,
                certificate,
                Optional.empty(),
                AT,
                Optional.empty(),
                Answer.OPEN,
                false);
    }

    @Test
    void removesWhatIsOlderThanItsYearsAndNothingElse() {
        AccountId person = account();
        Instant old = Instant.parse("2001-04-01T00:00:00Z");
        AccessRecord kept = open(person, AT);
        journal.accessRecords()
                .asked(List.of(kept, open(person, old), open(person, old), open(person, old.plusSeconds(1))));
        assertEquals(2, journal.accessRecords().removeBefore(old.plus(Duration.ofDays(1)), 2));
        assertEquals(1, journal.accessRecords().removeBefore(old.plus(Duration.ofDays(1)), 2));
        assertEquals(
                List.of(kept.id()),
                journal.accessRecords().list(person, Optional.empty(), 10).stream()
                        .map(AccessRecord::id)
                        .toList());
    }

    private static AccessRecord open(AccountId person, Instant at) {
        return new AccessRecord(
                new AccessRecordId(UUID.randomUUID()),
                person,
                account(),
                new Requester.Representative(account()),
                TAX,
                CITY,
                at,
                Optional.empty(),
                Answer.OPEN,
                false);
    }

    private static AccountId account() {
        return new AccountId(UUID.randomUUID());
    }
}
