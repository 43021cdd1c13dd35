package io.renkei.format.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.spi.PackageReader.FormatFault;
import io.renkei.ports.packages.PackageRefused;

/** Opens what must not open. */
final class Refusal {

    private Refusal() {}

    static FormatFault refused(String code, byte[] bytes) {
        return refused(code, bytes, ZipLimits.DEFAULTS);
    }

    static FormatFault refused(String code, byte[] bytes, ZipLimits limits) {
        FormatFault fault = assertThrows(PackageRefused.class, () -> new ZipPackages(limits).open(bytes), code)
                .fault();
        assertEquals(code, fault.code());
        assertFalse(fault.sentence().contains("%s"), fault.sentence());
        assertFalse(fault.sentenceJa().contains("%s"), fault.sentenceJa());
        return fault;
    }
}
