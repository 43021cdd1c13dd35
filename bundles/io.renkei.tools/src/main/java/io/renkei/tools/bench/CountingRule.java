package io.renkei.tools.bench;

/**
 * How many raw operations one application cannot do without: each signature of the package is verified; the receipt and
 * each filing are sealed; two commits for the application and two for each filing; one durable send and one HTTP exchange
 * for the application and one of each for each filing.
 *
 * @param signatures in the package
 * @param filings that it becomes
 */
record CountingRule(int signatures, int filings) {

    int verifications() {
        return signatures;
    }

    int seals() {
        return 1 + filings;
    }

    int commits() {
        return 2 + 2 * filings;
    }

    int sends() {
        return 1 + filings;
    }

    int exchanges() {
        return 1 + filings;
    }
}
