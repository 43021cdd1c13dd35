package io.renkei.sealer.internal;

import java.util.Optional;

/** Whom timestamps are asked from. */
interface TimestampAuthority {

    /** Sends a request once and waits, for a bounded time. */
    Reply ask(byte[] request);

    /** Ends the call that is under way, and each later one at once. */
    void giveUp();

    /**
     * What became of a call.
     *
     * @param response the bytes that came with a good status; nothing of them is believed
     * @param why there is none, in words without remote text; empty text where there is one
     */
    record Reply(Optional<byte[]> response, String why) {

        static Reply of(byte[] response) {
            return new Reply(Optional.of(response), "");
        }

        static Reply none(String why) {
            return new Reply(Optional.empty(), why);
        }
    }
}
