package io.renkei.sandbox.internal;

import java.util.ArrayList;
import java.util.List;

/** What simulated agencies hold about test persons: invented values, the same for the same person each time. */
final class AgencyData {

    private static final String HOUSEHOLD = "TM00000000000001";
    private static final String LOCAL_TAX = "TM00000000000002";

    /** Codes of the sandbox: what stands for the item a-b ends in the digits of a and b, two each. */
    private static final String OWN = "TM0000009900";

    private static final String[] PERSONS = {"見本　花子", "見本　太郎", "試験　次郎"};

    private AgencyData() {}

    /** One line of a tree. @param content empty text for a group */
    record Line(int level, String code, String name, String content) {}

    /** @param years the fiscal years that are asked for */
    static List<Line> lines(String information, String person, List<Integer> years) {
        int seed = Integer.parseInt(person.substring(0, 6), 16);
        if (information.equals(HOUSEHOLD)) {
            return household(seed);
        }
        List<Line> lines = new ArrayList<>();
        for (int year : years) {
            lines.add(new Line(1, "Y" + year, year + "年度", ""));
            lines.addAll(information.equals(LOCAL_TAX) ? localTax(seed, year) : ofField(information, seed, year));
        }
        return lines;
    }

    private static List<Line> household(int seed) {
        return List.of(
                new Line(1, "100", "世帯", ""),
                new Line(2, "110", "世帯主", PERSONS[seed % PERSONS.length]),
                new Line(2, "120", "世帯員数", "2"),
                new Line(2, "130", "世帯員", ""),
                new Line(3, "131", "氏名", PERSONS[(seed + 1) % PERSONS.length]),
                new Line(3, "132", "世帯主との続柄", "配偶者"));
    }

    private static List<Line> localTax(int seed, int year) {
        int income = 3_000_000 + seed % 200 * 10_000 + (year % 10) * 1_000;
        return List.of(
                new Line(2, "210", "合計所得金額", String.valueOf(income)),
                new Line(2, "220", "課税標準額", String.valueOf(income - 430_000)),
                new Line(2, "230", "税額", ""),
                new Line(3, "231", "市町村民税", String.valueOf((income - 430_000) / 100 * 6)),
                new Line(3, "232", "道府県民税", String.valueOf((income - 430_000) / 100 * 4)));
    }

    private static List<Line> ofField(String information, int seed, int year) {
        return switch (information.startsWith(OWN) ? information.substring(12, 14) : "") {
            case "03" ->
                List.of(
                        new Line(2, "310", "保険者番号", "06130012"),
                        new Line(2, "320", "資格取得年月日", year + "0401"),
                        new Line(2, "330", "支給額", String.valueOf(10_000 + seed % 90 * 100)));
            case "06" ->
                List.of(
                        new Line(2, "610", "離職年月日", year + "0331"),
                        new Line(2, "620", "基本手当日額", String.valueOf(5_000 + seed % 30 * 10)),
                        new Line(2, "630", "所定給付日数", "90"));
            case "07" ->
                List.of(
                        new Line(2, "710", "年金の種別", "老齢基礎年金"),
                        new Line(2, "720", "年金額（年額）", String.valueOf(780_000 + seed % 100 * 100)),
                        new Line(2, "730", "支払期月", "偶数月"));
            default ->
                List.of(
                        new Line(2, "910", "支給の有無", "有"),
                        new Line(2, "920", "支給開始年月日", year + "0401"),
                        new Line(2, "930", "支給額（月額）", String.valueOf(5_000 + seed % 50 * 100)));
        };
    }
}
