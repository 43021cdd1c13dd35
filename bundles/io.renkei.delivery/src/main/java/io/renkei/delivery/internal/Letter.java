package io.renkei.delivery.internal;

import io.renkei.ports.notices.DocumentKind;
import io.renkei.ports.notices.NoticeView;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a notice says beside its document, without personal data: as headers, and as the JSON that the seal covers, which
 * holds the same in canonical form (RFC 8785), so that the receiver can write it again from the headers.
 */
final class Letter {

    private final NoticeView notice;
    private final DocumentKind kind;

    Letter(NoticeView notice, DocumentKind kind) {
        this.notice = notice;
        this.kind = kind;
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", kind.mediaType());
        headers.put("Notice-Id", notice.id().toString());
        headers.put("Issuer", notice.from().value());
        headers.put("Issuer-Number", displayString(notice.issuerNumber()));
        headers.put("Repr-Digest", digest());
        headers.put("Idempotency-Key", "\"" + notice.id() + "\"");
        return headers;
    }

    /** Members in the order of their names, no white space. */
    byte[] sealed() {
        String json = "{\"content_type\":" + quoted(kind.mediaType())
                + ",\"idempotency_key\":" + quoted(notice.id().toString())
                + ",\"issuer\":" + quoted(notice.from().value())
                + ",\"issuer_number\":" + quoted(notice.issuerNumber())
                + ",\"notice_id\":" + quoted(notice.id().toString())
                + ",\"repr_digest\":" + quoted(digest())
                + "}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 9530, section 3: a dictionary of byte sequences. */
    private String digest() {
        return "sha-256=:"
                + Base64.getEncoder().encodeToString(notice.content().digest().bytes()) + ":";
    }

    /** RFC 9651, section 4.1.11: UTF-8, and each byte that is not printable ASCII, a quote or a percent sign in hexadecimal. */
    private static String displayString(String text) {
        StringBuilder out = new StringBuilder("%\"");
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each < 0x20 || each == 0x7f || each == '%' || each == '"') {
                out.append('%').append(hex(each >> 4)).append(hex(each));
            } else {
                out.append((char) each);
            }
        }
        return out.append('"').toString();
    }

    /** RFC 8785, section 3.2.2.2. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            switch (each) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (each < 0x20) {
                        out.append("\\u00").append(hex(each >> 4)).append(hex(each));
                    } else {
                        out.append(each);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    private static char hex(int value) {
        return Character.forDigit(value & 0xF, 16);
    }
}
