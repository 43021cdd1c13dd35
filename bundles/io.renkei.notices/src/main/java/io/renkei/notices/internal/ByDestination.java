package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One value for all destinations, and others for some: what is said of an instance, else of its kind, else of all.
 *
 * @param some by destination, or by its kind
 */
record ByDestination<T>(T all, Map<String, T> some) {

    ByDestination {
        some = Map.copyOf(some);
    }

    T of(DestinationId destination) {
        T own = some.get(destination.value());
        return own == null ? some.getOrDefault(destination.kind(), all) : own;
    }

    /**
     * Reads the keys of a file that begin with a family and end with a destination; a wrong one is a fault and leaves its
     * value out.
     *
     * @param family with its dot
     * @param form throws {@link IllegalArgumentException} for what has another form
     */
    static <T> ByDestination<T> read(
            Map<String, ?> file, String family, T all, Function<String, T> form, List<String> faults) {
        Map<String, T> some = new HashMap<>();
        file.forEach((key, value) -> {
            if (key.startsWith(family)) {
                try {
                    DestinationId destination = new DestinationId(key.substring(family.length()));
                    some.put(destination.value(), form.apply(value.toString()));
                } catch (IllegalArgumentException e) {
                    faults.add(key + ": " + e.getMessage() + ".");
                }
            }
        });
        return new ByDestination<>(all, some);
    }
}
