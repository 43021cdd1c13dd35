package io.renkei.selfinfo.internal;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionStore.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What several agencies say of one item, as one answer. It is pending while one of them is. What was found counts, whatever the others
 * say; where somebody could not be asked, that stands beside it, so that a part is never taken for the whole. What nobody found has failed
 * if somebody could not say, is undisclosed if somebody does not show it, and is not there otherwise.
 */
final class Merging {

    /** The code of a value that stands for an agency that could not be asked; its value is the code of the failure. */
    static final String INCOMPLETE = "incomplete";

    private static final String INCOMPLETE_NAME = "取得できませんでした";

    private final Catalogue catalogue;

    Merging(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Map<SelfInformationNumber, ItemAnswer> byItem(List<Part> parts) {
        Map<SelfInformationNumber, List<Part>> byItem = new HashMap<>();
        parts.forEach(part ->
                byItem.computeIfAbsent(part.item(), none -> new ArrayList<>()).add(part));
        Map<SelfInformationNumber, ItemAnswer> answers = new HashMap<>();
        byItem.forEach((item, ofItem) -> answers.put(item, one(ofItem)));
        return answers;
    }

    private ItemAnswer one(List<Part> parts) {
        if (parts.size() == 1) {
            return parts.get(0).answer();
        }
        List<Part> found = of(parts, ItemAnswer.Found.class);
        if (!of(parts, ItemAnswer.Pending.class).isEmpty()) {
            return new ItemAnswer.Pending();
        }
        if (!found.isEmpty()) {
            return found(found, of(parts, ItemAnswer.Failed.class));
        }
        return first(parts, ItemAnswer.Failed.class)
                .or(() -> first(parts, ItemAnswer.Undisclosed.class))
                .orElse(parts.get(0).answer());
    }

    private ItemAnswer found(List<Part> found, List<Part> failed) {
        Instant asOf = found.stream()
                .map(part -> ((ItemAnswer.Found) part.answer()).asOf())
                .min(Instant::compareTo)
                .orElseThrow();
        if (found.size() == 1 && failed.isEmpty()) {
            return found.get(0).answer();
        }
        List<AttributeNode> groups = new ArrayList<>();
        for (Part part : found) {
            groups.add(group(part, ((ItemAnswer.Found) part.answer()).values()));
        }
        for (Part part : failed) {
            String code = ((ItemAnswer.Failed) part.answer()).code();
            groups.add(
                    group(part, List.of(new AttributeNode(INCOMPLETE, INCOMPLETE_NAME, Optional.of(code), List.of()))));
        }
        return new ItemAnswer.Found(groups, asOf);
    }

    private AttributeNode group(Part part, List<AttributeNode> values) {
        DestinationId agency = part.agency().orElseThrow();
        String name = catalogue.destinationName(agency).orElse(agency.value());
        return new AttributeNode(agency.value(), name, Optional.empty(), values);
    }

    private static List<Part> of(List<Part> parts, Class<? extends ItemAnswer> kind) {
        return parts.stream().filter(part -> kind.isInstance(part.answer())).toList();
    }

    private static Optional<ItemAnswer> first(List<Part> parts, Class<? extends ItemAnswer> kind) {
        return of(parts, kind).stream().map(Part::answer).findFirst();
    }
}
