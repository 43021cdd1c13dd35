package io.renkei.partners.internal;

import io.renkei.api.model.Sha256;
import java.util.Set;

/** A partner with the digests of its certificates as last read. */
record Known(PartnerSettings settings, Set<Sha256> certificates) {

    Known {
        certificates = Set.copyOf(certificates);
    }
}
