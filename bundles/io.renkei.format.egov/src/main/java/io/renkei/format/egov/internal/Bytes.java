package io.renkei.format.egov.internal;

import java.util.Arrays;

/** Searches in bytes. */
public final class Bytes {

    private Bytes() {}

    /** Where the last occurrence starts, or -1. */
    public static int lastIndexOf(byte[] bytes, byte[] wanted) {
        for (int start = bytes.length - wanted.length; start >= 0; start--) {
            if (Arrays.equals(bytes, start, start + wanted.length, wanted, 0, wanted.length)) {
                return start;
            }
        }
        return -1;
    }
}
