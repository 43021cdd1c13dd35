package io.renkei.ports.linkage;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A handover, without the data.
 *
 * @param account whose data; empty until somebody consented
 * @param consent the second consent; empty until then
 * @param question the collection at the agencies; empty until then
 * @param released the items that the person chose
 * @param until when it ends by itself
 * @param bundle the collection of certificates at private delivery services; empty until then, and where none are asked for
 * @param certificates those that the person chose
 */
public record HandoverView(
        HandoverId id,
        SiteId site,
        HandoverWish wish,
        HandoverState state,
        Optional<AccountId> account,
        Optional<ConsentId> consent,
        Optional<QuestionId> question,
        Set<SelfInformationNumber> released,
        Instant askedAt,
        Instant until,
        Optional<BundleId> bundle,
        Set<HoldingRef> certificates) {

    public HandoverView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(wish, "wish");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(question, "question");
        released = Set.copyOf(released);
        Objects.requireNonNull(askedAt, "askedAt");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(bundle, "bundle");
        certificates = Set.copyOf(certificates);
    }

    /** Without certificates. */
    public HandoverView(
            HandoverId id,
            SiteId site,
            HandoverWish wish,
            HandoverState state,
            Optional<AccountId> account,
            Optional<ConsentId> consent,
            Optional<QuestionId> question,
            Set<SelfInformationNumber> released,
            Instant askedAt,
            Instant until) {
        this(id, site, wish, state, account, consent, question, released, askedAt, until, Optional.empty(), Set.of());
    }

    @Override
    public String toString() {
        return id + " " + state;
    }
}
