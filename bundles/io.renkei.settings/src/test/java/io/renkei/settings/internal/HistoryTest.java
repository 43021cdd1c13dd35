package io.renkei.settings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.settings.SettingsChange;
import io.renkei.ports.settings.SettingsChange.Edit;
import io.renkei.ports.settings.SettingsChange.Kind;
import io.renkei.ports.settings.SettingsChange.Via;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final String NAME = "io.renkei.example-one";
    private static final Origin OPERATOR = new Origin(Via.SHELL, "operator");
    private static final Origin FILE = new Origin(Via.FILE, "root");
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir
    private Path folder;

    private History opened() {
        return new History(new HistoryFiles(folder.resolve("settings")), new Texts(folder.resolve("texts")));
    }

    private static Optional<State> values(String pause) {
        return Optional.of(State.of(Map.of("pause.millis", pause)));
    }

    @Test
    void aChangeOutlivesTheProcessWithWhoAndWhen() {
        History history = opened();
        history.found(NAME, values("5").orElseThrow(), FILE, NOW);
        history.changed(NAME, values("7"), OPERATOR, NOW);

        SettingsChange change = opened().changes(Optional.of(NAME)).get(0);
        assertEquals(
                new SettingsChange(
                        NAME,
                        1,
                        NOW,
                        Via.SHELL,
                        "operator",
                        Kind.CHANGED,
                        List.of(new Edit("pause.millis", Optional.of("5"), Optional.of("7")))),
                change);
    }

    @Test
    void whatIsThereAtTheVeryFirstStartIsNoChange() {
        History history = opened();
        history.found(NAME, values("5").orElseThrow(), FILE, NOW);
        assertEquals(List.of(), history.changes(Optional.empty()));
    }

    @Test
    void whatChangedWhileNobodyWatchedIsAChangeOfTheFile() {
        opened().found(NAME, values("5").orElseThrow(), FILE, NOW);
        History later = opened();
        later.found(NAME, values("6").orElseThrow(), FILE, NOW);
        later.found("io.renkei.example-two", State.of(Map.of()), FILE, NOW);
        assertEquals(
                List.of(Kind.CHANGED, Kind.CREATED),
                later.changes(Optional.empty()).stream()
                        .map(SettingsChange::kind)
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void theSameValuesAgainAreNoChange() {
        History history = opened();
        history.changed(NAME, values("5"), FILE, NOW);
        history.changed(NAME, values("5"), FILE, NOW);
        assertEquals(1, history.changes(Optional.empty()).size());
    }

    @Test
    void aRemovedConfigurationIsNoLongerPresent() {
        History history = opened();
        history.changed(NAME, values("5"), FILE, NOW);
        assertEquals(Set.of(NAME), history.present());
        history.changed(NAME, Optional.empty(), FILE, NOW);
        assertEquals(Set.of(), opened().present());
        assertEquals(Kind.REMOVED, history.changes(Optional.empty()).get(0).kind());
    }

    @Test
    void theOldestChangesGo() {
        History history = opened();
        for (int i = 0; i < History.MOST + 3; i++) {
            history.changed(NAME, values(String.valueOf(i)), FILE, NOW);
        }
        List<SettingsChange> changes = opened().changes(Optional.of(NAME));
        assertEquals(History.MOST, changes.size());
        assertEquals(History.MOST + 3, changes.get(0).number());
    }

    @Test
    void theFilesAreTheirOwnersAlone() throws IOException {
        opened().changed(NAME, values("5"), FILE, NOW);
        Path file = folder.resolve("settings").resolve(NAME + ".json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aHistoryThatCannotBeReadBeginsAnewAndIsKeptAside() throws IOException {
        opened().changed(NAME, values("5"), FILE, NOW);
        Files.writeString(folder.resolve("settings").resolve(NAME + ".json"), "{\"changes\":[{\"at\":\"\"}]}");
        assertEquals(List.of(), opened().changes(Optional.empty()));
        assertTrue(Files.exists(folder.resolve("settings").resolve(NAME + ".unreadable")));
    }

    @Test
    void aSecretThatIsNoReferenceIsMasked() {
        assertEquals(
                Map.of("external.password", "***", "database.password", "file:/x", "token.margin.millis", "5"),
                Values.shown(Map.of(
                        "external.password", "hunter2",
                        "database.password", "file:/x",
                        "token.margin.millis", "5",
                        "service.pid", "x")));
    }

    @Test
    void theFileOfBeforeAChangeIsKeptWithItsReferences() {
        History history = opened();
        FileText five = new FileText("# a remark\npause.millis = ${pause}\n");
        history.found(NAME, new State(Map.of("pause.millis", "5"), Optional.of(five)), FILE, NOW);
        history.changed(NAME, values("7"), OPERATOR, NOW);
        history.changed(NAME, values("8"), OPERATOR, NOW);

        assertEquals(Optional.of(five), opened().before(NAME, 1));
        assertEquals(Optional.empty(), opened().before(NAME, 2));
    }

    @Test
    void aTextThatNoChangeGoesBackToIsRemoved() throws IOException {
        History history = opened();
        for (int i = 0; i <= History.MOST_TEXTS + 2; i++) {
            FileText file = new FileText("pause.millis = " + i + "\n");
            history.changed(
                    NAME,
                    Optional.of(new State(Map.of("pause.millis", String.valueOf(i)), Optional.of(file))),
                    FILE,
                    NOW);
        }
        opened();
        try (var kept = Files.list(folder.resolve("texts"))) {
            assertEquals(History.MOST_TEXTS + 1, kept.count());
        }
    }
}
