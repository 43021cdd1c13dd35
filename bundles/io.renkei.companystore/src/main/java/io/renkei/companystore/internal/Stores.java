package io.renkei.companystore.internal;

import io.renkei.api.model.PartnerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Which partner has which store: that of the file that named it first. Safe for use by several threads. */
@Component(service = Stores.class)
public final class Stores {

    private final List<Named> named = new ArrayList<>();

    private record Named(Object owner, CompanyStore store) {}

    /** Takes the place of what the owner named before, as long as it is the same partner's. */
    synchronized void name(Object owner, CompanyStore store) {
        Named next = new Named(owner, store);
        for (int i = 0; i < named.size(); i++) {
            Named before = named.get(i);
            if (before.owner() == owner && partner(before).equals(partner(next))) {
                named.set(i, next);
                return;
            }
        }
        leave(owner);
        named.add(next);
    }

    synchronized void leave(Object owner) {
        named.removeIf(each -> each.owner() == owner);
    }

    synchronized Optional<CompanyStore> of(PartnerId partner) {
        return named.stream()
                .filter(each -> partner(each).equals(partner))
                .findFirst()
                .map(Named::store);
    }

    private static PartnerId partner(Named one) {
        return one.store().settings().partner();
    }
}
