package io.renkei.trust.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one PDF signature covers (ISO 32000-1, 12.8.1): everything from the first byte of the file to {@code end}, except
 * one hexadecimal string with its brackets, the signature's own value.
 *
 * @param gap offset of the bracket that opens the value
 * @param after offset behind the bracket that closes it
 * @param end offset behind the last byte that is covered
 */
record PdfRange(int gap, int after, int end) {

    private static final byte[] KEY = "/ByteRange".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern ARRAY =
            Pattern.compile("\\s*\\[\\s*0{1,10}\\s+(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s*\\].*", Pattern.DOTALL);
    private static final int LONGEST_ARRAY = 256;
    private static final int LONGEST_VALUE = 256 * 1024;

    /**
     * The ranges that stand in a file, in its order, found without parsing it: an array of another form than a signature
     * of a whole revision has is left out, and so is one that does not fit the file.
     *
     * @param most after which the search ends
     */
    static List<PdfRange> in(byte[] file, int most) {
        List<PdfRange> found = new ArrayList<>();
        for (int at = next(file, 0); at >= 0 && found.size() < most; at = next(file, at + KEY.length)) {
            int from = at + KEY.length;
            String text =
                    new String(file, from, Math.min(LONGEST_ARRAY, file.length - from), StandardCharsets.ISO_8859_1);
            Matcher array = ARRAY.matcher(text);
            if (array.matches()) {
                of(file, number(array, 1), number(array, 2), number(array, 3)).ifPresent(range -> {
                    if (!found.contains(range)) {
                        found.add(range);
                    }
                });
            }
        }
        return found;
    }

    /** Empty unless the numbers lie within the file and leave out one hexadecimal string and nothing else. */
    static Optional<PdfRange> of(byte[] file, long gap, long after, long length) {
        long end = after + length;
        boolean ordered = gap > 0 && gap + 2 < after && length > 0 && end <= file.length;
        if (!ordered || after - gap > LONGEST_VALUE || (after - gap) % 2 != 0) {
            return Optional.empty();
        }
        PdfRange range = new PdfRange((int) gap, (int) after, (int) end);
        return range.isOneValue(file) ? Optional.of(range) : Optional.empty();
    }

    private static long number(Matcher array, int group) {
        return Long.parseLong(array.group(group));
    }

    private static int next(byte[] file, int from) {
        for (int at = from; at + KEY.length <= file.length; at++) {
            int i = 0;
            while (i < KEY.length && file[at + i] == KEY[i]) {
                i++;
            }
            if (i == KEY.length) {
                return at;
            }
        }
        return -1;
    }

    private boolean isOneValue(byte[] file) {
        if (file[gap] != '<' || file[after - 1] != '>') {
            return false;
        }
        for (int i = gap + 1; i < after - 1; i++) {
            if (!HexFormat.isHexDigit(file[i])) {
                return false;
            }
        }
        return true;
    }

    boolean coversAll(byte[] file) {
        return end == file.length;
    }

    /** The value, with the zeros that fill its place. */
    byte[] value(byte[] file) {
        return HexFormat.of().parseHex(new String(file, gap + 1, after - gap - 2, StandardCharsets.ISO_8859_1));
    }

    byte[] digest(byte[] file, MessageDigest digest) {
        digest.update(file, 0, gap);
        digest.update(file, after, end - after);
        return digest.digest();
    }
}
