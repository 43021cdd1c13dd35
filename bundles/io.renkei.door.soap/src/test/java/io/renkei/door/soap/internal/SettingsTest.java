package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.PartnerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void aBoundThatCannotBeMeantIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SoapSettings(0, Duration.ofSeconds(1), 4096, MessageSigners.NONE));
        assertThrows(
                IllegalArgumentException.class, () -> new SoapSettings(1, Duration.ZERO, 4096, MessageSigners.NONE));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SoapSettings(1, Duration.ofSeconds(1), 1, MessageSigners.NONE));
    }

    @Test
    void aSignerIsAFingerprintAndAnEmptyListIsRefused() {
        List<String> faults = new ArrayList<>();
        MessageSigners signers = MessageSigners.read(
                Map.of(
                        "message.signer.hello-work",
                        "sha256:" + "A".repeat(64) + " | sha256:" + "b".repeat(64),
                        "message.signer.e-tax",
                        " ",
                        "message.signer.eltax",
                        "subject:O=x"),
                faults);
        assertEquals(Set.of("a".repeat(64), "b".repeat(64)), signers.of(new PartnerId("hello-work")));
        assertEquals(Set.of(), signers.of(new PartnerId("acme")));
        assertEquals(2, faults.size());
    }
}
