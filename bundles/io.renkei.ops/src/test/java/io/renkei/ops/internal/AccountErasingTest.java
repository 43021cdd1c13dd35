package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.settings.Setting;
import io.renkei.ports.settings.Settings;
import io.renkei.ports.settings.SettingsChange;
import io.renkei.ports.settings.SettingsFault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountErasingTest {

    private static final AccountId ACCOUNT = new AccountId(UUID.randomUUID());
    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final OneAccount journal = new OneAccount();
    private final AccountErasing erasing = new AccountErasing(journal, Optional.of(new Years()), CLOCK);

    @Test
    void withoutYesNothingIsErasedAndItIsSaidWhatWouldBe() {
        String page = Screen.page(() -> erasing.run(ACCOUNT, false, "operator"));

        assertTrue(page.contains("Nothing was changed.") && page.contains("what would happen"), page);
        assertTrue(page.contains("renkei:account-erase --yes " + ACCOUNT + ". It cannot be taken back."), page);
        assertTrue(page.contains("the last until 2033-05-01 (access.records.years = 7)"), page);
        assertEquals(Optional.empty(), journal.erased);
    }

    @Test
    void withYesItIsErasedOnceAndItIsSaidWhatWasKeptAndUntilWhen() {
        JsonNode first = Screen.json(() -> erasing.run(ACCOUNT, true, "operator"));

        assertEquals(Optional.of(NOW), journal.erased);
        assertTrue(first.path("now").asBoolean());
        assertEquals(11, first.path("ended").size());
        assertEquals("links", first.at("/ended/2/what").asText());
        assertEquals(3, first.at("/ended/2/number").asInt());
        assertEquals(42, first.at("/kept/1/number").asInt());
        assertEquals("none", first.at("/kept/2/fate").asText());
        String again = Screen.page(() -> erasing.run(ACCOUNT, true, "operator"));
        assertTrue(again.contains("It was erased on 2026-11-29 12:00:00."), again);
        assertFalse(again.contains("--yes"), again);
        assertEquals(1, journal.erasures);
    }

    @Test
    void anUnknownAccountAndAnUnknownSettingAreSaid() {
        assertThrows(OpsFault.class, () -> erasing.run(new AccountId(UUID.randomUUID()), true, "operator"));
        assertThrows(OpsFault.class, () -> Names.account("1"));
        assertEquals(0, journal.erasures);
        String page =
                Screen.page(() -> new AccountErasing(journal, Optional.empty(), CLOCK).run(ACCOUNT, false, "operator"));
        assertTrue(page.contains("for as long as access.records.years of io.renkei.selfinfo says"), page);
    }

    /** An account with something of most. */
    private static final class OneAccount implements AccountJournal {

        private Optional<Instant> erased = Optional.empty();
        private int erasures;

        @Override
        public Optional<Estate> estate(AccountId account, Instant at) {
            if (!account.equals(ACCOUNT)) {
                return Optional.empty();
            }
            Instant asked = Instant.parse("2026-04-30T15:00:00Z");
            long some = erased.isPresent() ? 0 : 3;
            return Optional.of(new Estate(
                    AccountKind.PERSON,
                    asked,
                    erased,
                    some,
                    some,
                    some,
                    some,
                    some,
                    some,
                    some,
                    some,
                    some,
                    some,
                    some,
                    9,
                    42,
                    Optional.of(asked),
                    0,
                    Optional.empty()));
        }

        @Override
        public boolean erase(AccountId account, String by, Instant at) {
            erasures++;
            erased = Optional.of(at);
            return true;
        }

        @Override
        public List<Row> timeLine(AccountId account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AccountId> page(Optional<AccountId> after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Break> verify(AccountId account) {
            throw new UnsupportedOperationException();
        }
    }

    /** For how long access records are kept. */
    private static final class Years implements Settings {

        @Override
        public List<Setting> list(String name) {
            return List.of(new Setting("access.records.years", "7", Optional.empty(), Optional.empty(), ""));
        }

        @Override
        public List<String> names() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SettingsFault> faults() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void set(String name, String key, Optional<String> value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SettingsChange> history(Optional<String> name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rollback(String name, OptionalInt to) {
            throw new UnsupportedOperationException();
        }
    }
}
