package io.renkei.ports.linkage;

import io.renkei.api.model.SelfInformationNumber;
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
        Instant until) {

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
    }

    @Override
    public String toString() {
        return id + " " + state;
    }
}
