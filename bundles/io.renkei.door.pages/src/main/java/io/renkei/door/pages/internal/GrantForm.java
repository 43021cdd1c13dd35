package io.renkei.door.pages.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.selfinfo.SelfInformationItem;
import io.renkei.ports.selfinfo.SelfInformationItems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is delegated, as a form. */
final class GrantForm {

    private static final int YEARS = 2;

    private GrantForm() {}

    record Choice(String value, String name, boolean checked) {}

    record Group(String name, String id, List<Choice> choices) {}

    /** Empty if a service or a day is missing, items are missing that the services need, or it ends before it begins. */
    static Optional<Grant> read(Visit visit, SelfInformationItems known) {
        Set<Service> services = new HashSet<>();
        Set<SelfInformationNumber> items = new HashSet<>();
        try {
            visit.all("service").forEach(each -> services.add(Service.valueOf(each)));
            visit.all("item").forEach(each -> items.add(new SelfInformationNumber(each)));
            boolean needsItems = services.contains(Service.SELF_INFORMATION) || services.contains(Service.HANDOVER);
            boolean allKnown = items.stream().allMatch(each -> known.find(each).isPresent());
            if (needsItems == items.isEmpty() || !allKnown) {
                return Optional.empty();
            }
            return Optional.of(new Grant(
                    services, items, LocalDate.parse(visit.field("from")), LocalDate.parse(visit.field("until"))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The form with what was sent before, or else with what stands. */
    static View fill(Visit visit, View view, SelfInformationItems known, Optional<Grant> stands) {
        boolean sent = visit.match().route().method().equals("POST");
        LocalDate today = Moments.dayOf(visit.now());
        Set<String> services = new HashSet<>(sent ? visit.all("service") : List.of());
        Set<String> items = new HashSet<>(sent ? visit.all("item") : List.of());
        if (!sent) {
            stands.ifPresent(grant -> {
                grant.services().forEach(each -> services.add(each.name()));
                grant.items().forEach(each -> items.add(each.toString()));
            });
        }
        List<Choice> offered = new ArrayList<>();
        for (Service service : Service.values()) {
            offered.add(new Choice(
                    service.name(), visit.say("service_" + service.name()), services.contains(service.name())));
        }
        return view.with("services", offered)
                .with("groups", groups(visit, known, items))
                .with(
                        "from",
                        sent
                                ? visit.field("from")
                                : stands.map(Grant::from).orElse(today).toString())
                .with(
                        "until",
                        sent
                                ? visit.field("until")
                                : stands.map(each -> each.until().toString()).orElse(""))
                .with("today", today.toString())
                .with("latest", today.plusYears(YEARS).toString());
    }

    private static List<Group> groups(Visit visit, SelfInformationItems known, Set<String> checked) {
        Map<String, List<Choice>> fields = new LinkedHashMap<>();
        for (SelfInformationItem item : known.all()) {
            String number = item.number().toString();
            fields.computeIfAbsent(item.field(), name -> new ArrayList<>())
                    .add(new Choice(
                            number, Items.name(known, item.number(), visit.language()), checked.contains(number)));
        }
        List<Group> groups = new ArrayList<>();
        fields.forEach((name, choices) -> groups.add(new Group(name, "field-" + groups.size(), choices)));
        return groups;
    }
}
