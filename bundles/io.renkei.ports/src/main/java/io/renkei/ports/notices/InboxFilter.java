package io.renkei.ports.notices;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.announcements.InboxId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which notices of an inbox are asked for; all that is given has to fit.
 *
 * @param unread only those without the mark of the addressee
 * @param from available then or later
 * @param until available before
 * @param state what happened to them: {@link NoticeFact#SUPERSEDED}, {@link NoticeFact#WITHDRAWN},
 *     {@link NoticeFact#CONTRADICTED}, {@link NoticeFact#EXPIRED}, or {@link NoticeFact#EXPIRING}, which leaves out those
 *     that were fetched or expired since
 * @param person only of applications that were placed in this inbox of a person
 */
public record InboxFilter(
        boolean unread,
        Optional<DestinationId> destination,
        Optional<ArrivalNumber> application,
        Optional<FilingKey> filing,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<NoticeFact> state,
        Optional<InboxId> person) {

    /** Everything. */
    public static final InboxFilter ALL = new InboxFilter(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public InboxFilter {
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(person, "person");
    }

    /** Of the whole inbox. */
    public InboxFilter(
            boolean unread,
            Optional<DestinationId> destination,
            Optional<ArrivalNumber> application,
            Optional<FilingKey> filing,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<NoticeFact> state) {
        this(unread, destination, application, filing, from, until, state, Optional.empty());
    }

    /** The same for one person's inbox, where one is named. */
    public InboxFilter of(Optional<InboxId> inbox) {
        return new InboxFilter(unread, destination, application, filing, from, until, state, inbox);
    }
}
