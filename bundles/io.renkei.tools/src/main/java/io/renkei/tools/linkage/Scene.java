package io.renkei.tools.linkage;

import java.io.IOException;
import java.security.GeneralSecurityException;

/** Something that a person and a site do. */
interface Scene {

    /** What it is called in the table. */
    String name();

    /** @throws IOException if it cannot go on, with a sentence */
    void play(Rows rows) throws IOException, InterruptedException, GeneralSecurityException;
}
