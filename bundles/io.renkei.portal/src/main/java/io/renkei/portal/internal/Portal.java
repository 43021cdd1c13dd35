package io.renkei.portal.internal;

/** Who is told. */
interface Portal {

    /**
     * Hands a batch over and returns when the portal took it.
     *
     * @throws NotTaken in all other cases; the portal may have it nevertheless
     */
    void take(byte[] batch);

    /** Ends a call that is under way, and takes nothing more. */
    void giveUp();
}
