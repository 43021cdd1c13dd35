package io.renkei.bus.artemis.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.ports.bus.Pointer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointerTextTest {

    @Test
    void aPointerReadsBackFromItsText() {
        for (String key : new String[] {
            "202604011234567897",
            "202604011234567897-01",
            "202604011234567897-1234",
            "0f8fad5b-d9cb-469f-a165-70867728950e"
        }) {
            Pointer pointer = new Pointer(Long.MAX_VALUE, key);
            assertEquals(Optional.of(pointer), PointerText.read(PointerText.write(pointer)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{}",
                "{\"v\":1,\"id\":1}",
                "{\"v\":2,\"id\":1,\"key\":\"202604011234567897\"}",
                "{\"v\":1,\"id\":1,\"key\":\"202604011234567897\",\"more\":1}",
                "{\"v\":1,\"id\":1,\"id\":2,\"key\":\"202604011234567897\"}",
                "{\"v\":1,\"id\":1,\"key\":\"202604011234567897\"}{}",
                "{\"v\":1,\"id\":\"1\",\"key\":\"202604011234567897\"}",
                "{\"v\":1,\"id\":1.0,\"key\":\"202604011234567897\"}",
                "{\"v\":1,\"id\":99999999999999999999,\"key\":\"202604011234567897\"}",
                "{\"v\":1,\"id\":1,\"key\":\"../etc/passwd\"}",
                "{\"v\":1,\"id\":1,\"key\":{\"a\":1}}",
                "{\"v\":1,\"id\":1,\"key\":\"202604011234567897\""
            })
    void anyOtherTextIsNoPointer(String text) {
        assertEquals(Optional.empty(), PointerText.read(text));
    }

    @Test
    void aLongTextIsNotEvenParsed() {
        String padded = " ".repeat(PointerText.MAX_LENGTH) + "{\"v\":1,\"id\":1,\"key\":\"202604011234567897\"}";
        assertEquals(Optional.empty(), PointerText.read(padded));
    }
}
