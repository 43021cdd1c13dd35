package io.renkei.ports.submissions;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A submission as it stood when it was read.
 *
 * @param arrived when its record was taken
 * @param objects by number; empty in a list, and once the case was erased. A destination sees those that it may refer to
 * @param permissions by destination; a destination sees its own
 */
public record SubmissionView(
        ArrivalNumber number,
        PartnerId sender,
        SenderNumber senderNumber,
        Instant arrived,
        List<ProcedureId> procedures,
        Map<Integer, DataObject> objects,
        List<Permitted> permissions) {

    public SubmissionView {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(senderNumber, "senderNumber");
        Objects.requireNonNull(arrived, "arrived");
        procedures = List.copyOf(procedures);
        objects = Map.copyOf(objects);
        permissions = List.copyOf(permissions);
    }

    /** A permission and whether the company took it back. */
    public record Permitted(Permission permission, Optional<Instant> revoked) {

        public Permitted {
            Objects.requireNonNull(permission, "permission");
            Objects.requireNonNull(revoked, "revoked");
        }

        /** What a reference is answered at that time. */
        public AccessAnswer answer(int object, Instant now) {
            return permission.answer(revoked.isPresent(), object, now);
        }
    }

    /** The permission of one destination. */
    public Optional<Permitted> permitted(DestinationId destination) {
        return permissions.stream()
                .filter(each -> each.permission().destination().equals(destination))
                .findFirst();
    }

    @Override
    public String toString() {
        return "SubmissionView[" + number + "]";
    }
}
