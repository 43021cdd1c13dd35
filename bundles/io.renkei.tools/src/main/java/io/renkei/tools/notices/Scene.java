package io.renkei.tools.notices;

import java.io.IOException;
import java.security.GeneralSecurityException;

/** Something that happens to notices. */
interface Scene {

    /** What it is called in the story. */
    String name();

    /** @throws IOException if something differs from what is expected, with a sentence */
    Row play() throws IOException, InterruptedException, GeneralSecurityException;

    /** @throws IOException with the sentence, if it does not hold */
    static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
