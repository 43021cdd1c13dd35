package io.renkei.door.rest.internal;

import java.io.IOException;

/** Answers the calls of one route. Safe for use by several threads. */
@FunctionalInterface
interface Handler {

    /**
     * @throws RefusedCall if the call is not as the contract says
     * @throws IOException if the body cannot be read
     */
    Answer answer(Call call) throws RefusedCall, IOException;
}
