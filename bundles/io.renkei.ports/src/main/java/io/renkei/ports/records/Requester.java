package io.renkei.ports.records;

import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.util.Objects;

/** In whose name something was asked for. */
public sealed interface Requester {

    /** The person, about themselves. */
    record Principal() implements Requester {}

    /** A representative, by delegation. */
    record Representative(AccountId account) implements Requester {
        public Representative {
            Objects.requireNonNull(account, "account");
        }
    }

    /** A site, by the person's consent. */
    record OfSite(SiteId site, ConsentId consent) implements Requester {
        public OfSite {
            Objects.requireNonNull(site, "site");
            Objects.requireNonNull(consent, "consent");
        }
    }
}
