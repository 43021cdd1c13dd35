package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void aBoundThatCannotBeMeantIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SoapSettings(0, Duration.ofSeconds(1), 4096));
        assertThrows(IllegalArgumentException.class, () -> new SoapSettings(1, Duration.ZERO, 4096));
        assertThrows(IllegalArgumentException.class, () -> new SoapSettings(1, Duration.ofSeconds(1), 1));
    }
}
