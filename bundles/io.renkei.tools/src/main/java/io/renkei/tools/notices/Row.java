package io.renkei.tools.notices;

/**
 * What came of a scene, for people.
 *
 * @param happened what was made to happen
 * @param judged how the gateway judged it
 * @param operator what an operator sees of it
 * @param good whether all that is as expected
 */
record Row(String happened, String judged, String operator, boolean good) {

    static Row good(String happened, String judged, String operator) {
        return new Row(happened, judged, operator, true);
    }

    /** Something else came than was expected. */
    static Row differs(String happened, String how) {
        return new Row(happened, how, "", false);
    }
}
