package io.renkei.tools.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void countsFullWidthCharactersTwiceAndColoursNotAtAll() {
        assertEquals(8, Columns.width("届出1/2\u001b[32m\u001b[0m") + 1);
        assertEquals(4, Columns.width("\u001b[31mgood\u001b[0m"));
    }
}
