package io.renkei.tools.linkage;

/**
 * One step of a scene, for people.
 *
 * @param good whether what was seen is what was expected
 */
record Row(String scene, String happened, String expected, String seen, boolean good) {}
