package io.renkei.door.pages.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Fields of a query or of a form ({@code application/x-www-form-urlencoded}), bounded in bytes, in number and in time. */
final class FormFields {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_FIELDS = 500;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private FormFields() {}

    /** @throws Refused if there is more than a form of ours holds, or it comes too slowly */
    static String body(InputStream in, LongSupplier nanos) throws Refused {
        long began = nanos.getAsLong();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] some = new byte[4096];
        try {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                body.write(some, 0, read);
                if (body.size() > MAX_BYTES || nanos.getAsLong() - began > LONGEST.toNanos()) {
                    throw new Refused(PagesCode.TOO_LARGE);
                }
            }
        } catch (IOException e) {
            throw new Refused(PagesCode.INPUT); // it ended before its end
        }
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    /** @throws Refused if it is not percent-encoded UTF-8, or too much */
    static void parse(String encoded, Map<String, List<String>> into) throws Refused {
        if (encoded.isEmpty()) {
            return;
        }
        String[] pairs = encoded.split("&");
        if (pairs.length > MAX_FIELDS) {
            throw new Refused(PagesCode.TOO_LARGE);
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            into.computeIfAbsent(name, same -> new ArrayList<>()).add(value);
        }
    }

    private static String decoded(String text) throws Refused {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(digit(text, i + 1) * 16 + digit(text, i + 2));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(PagesCode.INPUT);
        }
    }

    private static int digit(String text, int at) throws Refused {
        int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        if (digit < 0) {
            throw new Refused(PagesCode.INPUT);
        }
        return digit;
    }
}
