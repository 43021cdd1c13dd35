package io.renkei.door.pages.internal;

/** Answers the visits of one route. Safe for use by several threads. */
@FunctionalInterface
interface Handler {

    /** @throws Refused if there is nothing to show or the step cannot be done */
    Answer answer(Visit visit) throws Refused;
}
