package io.renkei.catalogue.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.Attachment;
import io.renkei.api.spi.PackageReader.ProcedurePart;
import io.renkei.ports.catalogue.Catalogue.Planned;
import io.renkei.ports.catalogue.Catalogue.Planning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks and plans one package by one version of the catalogue. */
final class Planner {

    private static final String COMMON = "common";
    private static final int OFFICIAL_ID_LENGTH = 16;

    private final CatalogueData data;
    private final ApplicationPackage content;
    private final LocalDate day;
    private final RuleFaults faults = new RuleFaults();
    private final List<Planned> planned = new ArrayList<>();
    private final ValueCheck values;

    Planner(CatalogueData data, ApplicationPackage content, LocalDate day) {
        this.data = data;
        this.content = content;
        this.day = day;
        this.values = new ValueCheck(
                data, content.attachments().stream().map(Attachment::id).collect(Collectors.toSet()), faults);
    }

    Planning plan() {
        boolean lifeEventKnown =
                content.lifeEvent().map(data.lifeEvents()::containsKey).orElse(false);
        if (content.lifeEvent().isPresent() && !lifeEventKnown) {
            faults.add(CatalogueCode.LIFE_EVENT_UNKNOWN.at(""));
        }
        if (content.procedures().isEmpty()) {
            faults.add(CatalogueCode.NO_PROCEDURE.at(""));
        }
        values.check(COMMON, content.common());
        DateRules.check(COMMON, content.common(), content.common(), day, faults);
        content.procedures().forEach((part, what) -> {
            boolean original = !what.originalFormat().isEmpty();
            known(part, original).ifPresent(procedure -> {
                if (lifeEventKnown
                        && !procedure.lifeEvents().contains(content.lifeEvent().get())) {
                    faults.add(CatalogueCode.PROCEDURE_OF_ANOTHER_LIFE_EVENT.at(part.value()));
                }
                if (original) {
                    original(part, procedure, what);
                } else {
                    made(part, procedure, what);
                }
            });
        });
        return faults.none()
                ? new Planning.Good(content.lifeEvent().orElse(""), planned)
                : new Planning.Bad(faults.all());
    }

    /** An original names its procedure by the official identifier, with "-2" and so on where it stands several times. */
    private Optional<Procedure> known(ProcedureId part, boolean original) {
        ProcedureId id = part;
        if (original) {
            String official = part.value().length() > OFFICIAL_ID_LENGTH
                    ? part.value().substring(0, OFFICIAL_ID_LENGTH)
                    : part.value();
            Optional<ProcedureId> named = data.byOfficialId(official, day);
            if (named.isEmpty()) {
                faults.add((data.officialIds().containsKey(official)
                                ? CatalogueCode.PROCEDURE_NOT_VALID
                                : CatalogueCode.PROCEDURE_UNKNOWN)
                        .at(part.value()));
                return Optional.empty();
            }
            id = named.get();
        }
        Optional<Procedure> procedure = data.procedure(id, day);
        if (procedure.isEmpty()) {
            faults.add((data.procedures().containsKey(id)
                            ? CatalogueCode.PROCEDURE_NOT_VALID
                            : CatalogueCode.PROCEDURE_UNKNOWN)
                    .at(part.value()));
        }
        return procedure;
    }

    private void made(ProcedureId part, Procedure procedure, ProcedurePart what) {
        values.check(part.value(), what.content());
        DateRules.check(part.value(), what.content(), content.common(), day, faults);
        if (procedure.items().isEmpty()) {
            faults.add(CatalogueCode.PROCEDURE_NOT_OFFERED.at(part.value()));
            return;
        }
        Map<ItemId, Boolean> listed = procedure.items().get();
        values.listed(part.value(), what.content(), listed, content.common());
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        for (ItemId id : listed.keySet()) {
            ItemValue own = what.content().items().get(id);
            ItemValue common = content.common().items().get(id);
            if (own != null && common != null && !own.equals(common)) {
                faults.add(CatalogueCode.GIVEN_TWICE.at(
                        ValueCheck.place(part.value(), id), data.items().get(id)));
            }
            if (own != null || common != null) {
                items.put(id, own != null ? own : common);
            }
        }
        release(part, procedure, items);
    }

    /** The applicant's own file goes out as it is, whatever it lacks; its items serve the choice of destinations. */
    private void original(ProcedureId part, Procedure procedure, ProcedurePart what) {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>(content.common().items());
        items.putAll(what.content().items());
        release(part, procedure, items);
    }

    private void release(ProcedureId part, Procedure procedure, Map<ItemId, ItemValue> items) {
        for (DestinationRule rule : procedure.destinations()) {
            destination(part, rule, items)
                    .ifPresent(destination -> planned.add(new Planned(
                            procedure.id(),
                            destination,
                            new FilingContent(rule.individualNumber() ? items : withoutIndividual(items)),
                            part)));
        }
    }

    private Optional<DestinationId> destination(ProcedureId part, DestinationRule rule, Map<ItemId, ItemValue> items) {
        if (rule.instance().isEmpty()) {
            return rule.fixed();
        }
        ItemId id = rule.instance().get();
        ItemValue value = items.get(id);
        if (value == null) {
            return Optional.empty();
        }
        String instance = value instanceof ItemValue.Text text
                ? text.value()
                : value instanceof ItemValue.Code code ? code.value() : "";
        try {
            return Optional.of(new DestinationId(rule.kind() + "." + instance));
        } catch (IllegalArgumentException e) {
            faults.add(CatalogueCode.NO_DESTINATION.at(
                    ValueCheck.place(part.value(), id), data.items().get(id)));
            return Optional.empty();
        }
    }

    private static Map<ItemId, ItemValue> withoutIndividual(Map<ItemId, ItemValue> items) {
        Map<ItemId, ItemValue> rest = new LinkedHashMap<>();
        items.forEach((id, value) -> {
            if (value instanceof ItemValue.Group group) {
                rest.put(
                        id,
                        new ItemValue.Group(group.members().stream()
                                .map(member -> new FilingContent(withoutIndividual(member.items())))
                                .toList()));
            } else if (!(value instanceof ItemValue.Individual)) {
                rest.put(id, value);
            }
        });
        return rest;
    }
}
