package io.renkei.tools.bench;

/**
 * How many raw operations one visit to a linked site cannot do without. Each exchange that changes something ends in one commit; each
 * proof of a site is one verification, and whatever the gateway says for keeps one signature.
 *
 * @param exchanges over HTTPS with site, browser and agencies
 * @param verifications of client assertions and DPoP proofs
 * @param signatures of tokens, data and receipts
 */
record LinkageRule(int exchanges, int commits, int verifications, int signatures) {

    /**
     * PAR, authorization, page, back, token: five exchanges, each of which changes something. Two assertions and one proof; one ID
     * token.
     */
    static final LinkageRule SIGN_ON = new LinkageRule(5, 5, 3, 1);

    /**
     * Beside a sign-on: consent, a look at what came, choice, receipt, and the data: five exchanges, three of which change something;
     * two calls of an agency, each between two commits; one proof; two receipts and the data.
     */
    static final LinkageRule HANDOVER = new LinkageRule(12, 12, 4, 4);
}
