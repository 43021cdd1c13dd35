package io.renkei.format.egov.internal;

import java.util.Locale;
import java.util.Map;

/** Media types by the end of a file name, for a format that announces none. */
final class MediaTypes {

    private static final Map<String, String> TYPES = Map.of(
            "xml", "application/xml",
            "pdf", "application/pdf",
            "txt", "text/plain",
            "csv", "text/csv",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "zip", "application/zip");

    private MediaTypes() {}

    static String of(String file) {
        String end = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(end, "application/octet-stream");
    }
}
