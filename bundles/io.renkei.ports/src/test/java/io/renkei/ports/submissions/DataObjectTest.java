package io.renkei.ports.submissions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataObjectTest {

    private static final Sha256 DIGEST = Sha256.of(new byte[] {1});
    private static final Instant FROM = Instant.parse("2026-11-29T00:00:00Z");

    private static DataObject at(String path) {
        return new DataObject("山田太郎の届", List.of("employee.name"), "application/pdf", 1, DIGEST, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "2026/11/a-1_b.pdf", "_x/-y/0"})
    void aPathReadsTheSameForEverybody(String path) {
        assertEquals(path, at(path).path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "a/",
                "a//b",
                "..",
                "../a",
                "a/../b",
                "a/./b",
                ".a",
                "a/.b",
                "a%2fb",
                "a\\b",
                "a b",
                "a?b=1",
                "a#b",
                "届.pdf",
                "https://other.example/a",
                "a\n"
            })
    void aPathThatLeadsElsewhereOrHasToBeDecodedIsNone(String path) {
        assertThrows(IllegalArgumentException.class, () -> at(path));
    }

    @Test
    void aNameIsNotPrinted() {
        assertFalse(at("a").toString().contains("山田"));
    }

    @Test
    void aPermissionNamesObjectsOfItsRecordAndADestinationStandsOnce() {
        DestinationId to = new DestinationId("hello-work");
        Permission first = new Permission(to, Set.of(1), FROM, FROM.plusSeconds(1));
        Permission second = new Permission(to, Set.of(2), FROM, FROM.plusSeconds(1));
        List<ProcedureId> procedures = List.of(new ProcedureId("12"));
        new SubmissionRecord(procedures, List.of(at("a")), List.of(first));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SubmissionRecord(procedures, List.of(at("a")), List.of(second)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SubmissionRecord(procedures, List.of(at("a"), at("b")), List.of(first, second)));
        assertThrows(IllegalArgumentException.class, () -> new SubmissionRecord(procedures, List.of(), List.of(first)));
    }
}
