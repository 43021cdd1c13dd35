package io.renkei.ports.delegation;

import io.renkei.api.model.SelfInformationNumber;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * What is delegated.
 *
 * @param items which items of self-information; needed for {@link Service#SELF_INFORMATION} and {@link Service#HANDOVER}
 * @param from the first day, of Japan
 * @param until the last day, two years after the registration at most
 */
public record Grant(Set<Service> services, Set<SelfInformationNumber> items, LocalDate from, LocalDate until) {

    public Grant {
        services = Set.copyOf(services);
        items = Set.copyOf(items);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (services.isEmpty() || until.isBefore(from)) {
            throw new IllegalArgumentException("a delegation has a service, and ends on its first day or later");
        }
    }

    public boolean covers(Service service, LocalDate day) {
        return services.contains(service) && !day.isBefore(from) && !day.isAfter(until);
    }
}
