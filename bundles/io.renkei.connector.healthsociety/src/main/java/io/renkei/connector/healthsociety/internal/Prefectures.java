package io.renkei.connector.healthsociety.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The prefectures by their JIS code, with the other code that the 年金機構 uses (東京都 is 13 and 21). */
final class Prefectures {

    private static final Map<String, Prefecture> TABLE = read();

    private Prefectures() {}

    /**
     * @param pension the code of the 年金機構
     * @param name as it is written in front of an address
     */
    record Prefecture(String pension, String name) {}

    static Prefecture of(String item, String jis) throws FormFault {
        Prefecture found = TABLE.get(jis);
        if (found == null) {
            throw new FormFault(SocietyCode.FORM, item);
        }
        return found;
    }

    private static Map<String, Prefecture> read() {
        try (InputStream in = Prefectures.class.getResourceAsStream("prefectures.csv")) {
            Map<String, Prefecture> table = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] columns = line.split(",");
                table.put(columns[0], new Prefecture(columns[1], columns[2]));
            });
            return Map.copyOf(table);
        } catch (IOException e) {
            throw new UncheckedIOException("the table of prefectures cannot be read from the bundle", e);
        }
    }
}
