package io.renkei.partners.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is known by which certificate; immutable. What two partners claim belongs to neither.
 *
 * @param byCertificate certificates of one partner only
 * @param byId partners whose id is theirs alone
 * @param faults what is refused, in the words for the log
 */
record Directory(Map<Sha256, PartnerSettings> byCertificate, Map<PartnerId, PartnerSettings> byId, Set<String> faults) {

    static final Directory EMPTY = new Directory(Map.of(), Map.of(), Set.of());

    Directory {
        byCertificate = Map.copyOf(byCertificate);
        byId = Map.copyOf(byId);
        faults = Set.copyOf(faults);
    }

    static Directory of(Collection<Known> partners) {
        Set<String> faults = new TreeSet<>();
        Map<PartnerId, PartnerSettings> ids = new HashMap<>();
        Set<PartnerId> sharedIds = new HashSet<>();
        for (Known partner : partners) {
            PartnerId id = partner.settings().id();
            if (ids.put(id, partner.settings()) != null && sharedIds.add(id)) {
                faults.add("PARTNERS-003: two configurations have the id " + id
                        + "; neither may call. Give each partner its own id, or remove one file.");
            }
        }
        ids.keySet().removeAll(sharedIds);
        return new Directory(certificates(partners, ids, faults), ids, faults);
    }

    private static Map<Sha256, PartnerSettings> certificates(
            Collection<Known> partners, Map<PartnerId, PartnerSettings> ids, Set<String> faults) {
        Map<Sha256, PartnerSettings> found = new HashMap<>();
        Set<Sha256> shared = new HashSet<>();
        for (Known partner : partners) {
            for (Sha256 certificate : partner.certificates()) {
                PartnerSettings other = found.putIfAbsent(certificate, partner.settings());
                if (other != null) {
                    shared.add(certificate);
                    faults.add("PARTNERS-004: the partners " + other.id() + " and "
                            + partner.settings().id()
                            + " have the same certificate; neither may call with it. Give each its own certificate.");
                }
            }
        }
        found.keySet().removeAll(shared);
        found.values().removeIf(partner -> !ids.containsKey(partner.id()));
        return found;
    }

    Optional<PartnerSettings> find(Sha256 certificate) {
        return Optional.ofNullable(byCertificate.get(certificate));
    }
}
