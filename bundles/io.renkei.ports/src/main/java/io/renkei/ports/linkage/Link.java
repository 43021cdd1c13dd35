package io.renkei.ports.linkage;

import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A tied account.
 *
 * @param subject what the site knows the account by: random, another for each site, and for the same site another after a link was
 *     revoked (OpenID Connect Core 1.0, section 8.1, pairwise)
 * @param tied when the site first took a sign-on for it; empty until then
 * @param until when the consent ends by itself
 */
public record Link(
        ConsentId consent,
        AccountId account,
        SiteId site,
        String subject,
        Instant consented,
        Optional<Instant> tied,
        Instant until,
        Optional<Instant> revoked) {

    public Link {
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(consented, "consented");
        Objects.requireNonNull(tied, "tied");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(revoked, "revoked");
    }

    public boolean holds(Instant at) {
        return revoked.isEmpty() && at.isBefore(until);
    }
}
