package io.renkei.ports.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Values of settings, as people wrote them. */
public final class Written {

    private Written() {}

    /**
     * Files are read as the format of properties has it, byte by byte (ISO 8859-1), and Japanese is written in them in UTF-8. A text that
     * was written in escapes, or is no UTF-8, stays as it is.
     */
    public static String text(String read) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(read)) {
            return read;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(read.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return read;
        }
    }
}
