package io.renkei.tools.bench;

/**
 * How many raw operations one notice cannot do without: its exchange and the commit before the ministry is answered, the
 * durable send of its pointer, the verification of its seal, and the commit of its verdict. Events go to the portal in
 * batches, so none is counted.
 */
record NoticeRule() {

    int verifications() {
        return 1;
    }

    int commits() {
        return 2;
    }

    int sends() {
        return 1;
    }

    int exchanges() {
        return 1;
    }
}
