package io.renkei.linkage.internal;

import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.ReleasedCertificate;

/**
 * A certificate that a person chose.
 *
 * @param link to the delivery service, under which it was fetched: once that ends it is not released any more
 */
record Chosen(ReleasedCertificate released, ConsentId link) {

    HoldingRef from() {
        return released.certificate().from();
    }

    String kind() {
        return released.certificate().certificate().kind();
    }

    /** What digests of receipts are over: the values, as those of an item. */
    byte[] bytes() {
        return ChosenData.bytes(released.certificate().certificate().values());
    }

    int year() {
        return released.certificate().certificate().year();
    }
}
