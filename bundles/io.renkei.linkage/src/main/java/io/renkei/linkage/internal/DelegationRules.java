package io.renkei.linkage.internal;

import io.renkei.ports.delegation.Delegations.Registered;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be delegated, and for how long. */
final class DelegationRules {

    static final int LONGEST_YEARS = 2;
    static final int MOST = 20;

    private static final Set<Service> OF_ITEMS = EnumSet.of(Service.SELF_INFORMATION, Service.HANDOVER);

    private DelegationRules() {}

    /** @param registered the day that the two years are counted from */
    static Optional<Registered.Refused> faultOf(Grant grant, LocalDate registered, LocalDate today) {
        if (grant.until().isAfter(registered.plusYears(LONGEST_YEARS))) {
            return Optional.of(new Registered.Refused(
                    "代理の期間は登録の日から2年以内にしてください。", "A delegation lasts two years from its registration at most."));
        }
        if (grant.until().isBefore(today)) {
            return Optional.of(new Registered.Refused("終了日が過ぎています。", "The last day has passed."));
        }
        if (grant.items().isEmpty() && grant.services().stream().anyMatch(OF_ITEMS::contains)) {
            return Optional.of(new Registered.Refused(
                    "自己情報の表示または引き渡しを委任する場合は、項目を選んでください。",
                    "Choose the items of self-information that are to be seen or handed over."));
        }
        return Optional.empty();
    }

    static Registered.Refused oneself() {
        return new Registered.Refused("ご本人を代理人にすることはできません。", "Nobody is their own representative.");
    }

    static Registered.Refused tooMany() {
        return new Registered.Refused(
                "代理人は" + MOST + "件まで登録できます。使わないものを終了してください。",
                "There are " + MOST + " delegations at most. End those that are not used.");
    }
}
