package io.renkei.format.egov.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextRulesTest {

    @Test
    void erasChangeOnTheirDays() {
        assertEquals(Era.SHOWA, Era.of(LocalDate.of(1989, 1, 7)));
        assertEquals(64, Era.SHOWA.year(LocalDate.of(1989, 1, 7)));
        assertEquals(Era.HEISEI, Era.of(LocalDate.of(1989, 1, 8)));
        assertEquals(31, Era.HEISEI.year(LocalDate.of(2019, 4, 30)));
        assertEquals(Era.REIWA, Era.of(LocalDate.of(2019, 5, 1)));
        assertEquals(1, Era.REIWA.year(LocalDate.of(2019, 5, 1)));
        assertThrows(IllegalArgumentException.class, () -> Era.of(LocalDate.of(1868, 10, 22)));
    }

    @Test
    void aDayOutsideItsEraIsNone() {
        assertEquals(Optional.of(LocalDate.of(2019, 5, 1)), Era.day("令和", "元", "5", "1"));
        assertEquals(Optional.of(LocalDate.of(2026, 4, 1)), Era.day("令和", "８", "０４", "１"));
        assertEquals(Optional.empty(), Era.day("平成", "31", "5", "1"));
        assertEquals(Optional.empty(), Era.day("令和", "7", "2", "29"));
        assertEquals(Optional.empty(), Era.day("令和", "0", "1", "1"));
        assertEquals(Optional.empty(), Era.day("R", "8", "1", "1"));
    }

    @Test
    void datesOfIssueAreReadInTheFormsThatWereSeen() {
        LocalDate day = LocalDate.of(2015, 3, 9);
        for (String text : new String[] {"平成27年3月9日", "平成２７年３月９日", "2015年03月09日", "2015-03-09", "15/03/09"}) {
            assertEquals(Optional.of(day), IssueDate.parse(text), text);
        }
        assertEquals(Optional.empty(), IssueDate.parse("３月吉日"));
        assertEquals(Optional.empty(), IssueDate.parse("2015年13月09日"));
    }

    @Test
    void addressesAreFullWidthAndNumbersHalfWidth() {
        assertEquals("千代田１－１　ガ－デンビル３Ｆ", Widths.full("千代田1-1 ｶﾞ-ﾃﾞﾝﾋﾞﾙ3F"));
        assertEquals("髙﨑𠮷邉\uDB40\uDD00", Widths.full("髙﨑𠮷邉\uDB40\uDD00"));
        assertEquals("03-0000-0000", Widths.half("０３－００００−００００"));
    }

    @Test
    void prefecturesHaveTwoCodes() {
        assertEquals("21", Prefecture.ofJis("13").orElseThrow().pension());
        assertEquals("47", Prefecture.ofPension("82").orElseThrow().jis());
        assertEquals("京都府", Prefecture.ofAddress("京都府京都市").orElseThrow().name());
        assertEquals(Optional.empty(), Prefecture.ofAddress("千代田区"));
    }
}
