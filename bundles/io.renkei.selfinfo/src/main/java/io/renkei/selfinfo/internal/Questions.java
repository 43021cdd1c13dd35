package io.renkei.selfinfo.internal;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.QuestionStore;
import io.renkei.ports.selfinfo.QuestionStore.NewCall;
import io.renkei.ports.selfinfo.QuestionStore.NewQuestion;
import io.renkei.ports.selfinfo.QuestionStore.Wanted;
import io.renkei.ports.selfinfo.SelfInformation;
import io.renkei.ports.selfinfo.SelfInformationItem;
import io.renkei.ports.selfinfo.SelfInformationItems;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes questions, splits each into calls by the catalogue, and tells how it stands. */
final class Questions implements SelfInformation {

    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private final QuestionStore store;
    private final SelfInformationItems items;
    private final Merging merging;
    private final Supplier<SelfInfoSettings> settings;
    private final Clock clock;
    private final Runnable asked;

    /** @param asked called when calls are due */
    Questions(
            QuestionStore store,
            SelfInformationItems items,
            Catalogue catalogue,
            Supplier<SelfInfoSettings> settings,
            Clock clock,
            Runnable asked) {
        this.store = store;
        this.items = items;
        this.merging = new Merging(catalogue);
        this.settings = settings;
        this.clock = clock;
        this.asked = asked;
    }

    @Override
    public QuestionId ask(Question question) {
        Instant now = clock.instant();
        SelfInfoSettings used = settings.get();
        Instant until = earlier(question.until(), now.plus(used.kept()));
        Map<SelfInformationNumber, String> refused = new HashMap<>();
        Map<DestinationId, Map<SelfInformationNumber, Wanted>> byAgency = new TreeMap<>();
        new TreeMap<>(question.items()).forEach((number, condition) -> {
            Optional<SelfInformationItem> item = items.find(number);
            if (item.isEmpty()) {
                refused.put(number, SelfInfoCode.ITEM_UNKNOWN.code());
            } else if (item.get().sources().isEmpty()) {
                refused.put(number, SelfInfoCode.NO_AGENCY.code());
            } else {
                spread(item.get(), condition, byAgency);
            }
        });
        QuestionId id = new QuestionId(UUID.randomUUID());
        List<NewCall> calls = calls(byAgency, used.itemsCall());
        store.put(new NewQuestion(
                id,
                question.who(),
                question.requester(),
                now,
                earlier(until, now.plus(used.asking())),
                until,
                calls,
                refused));
        LOG.info(
                "Question {} for {} items is asked of agencies in {} calls",
                id,
                question.items().size(),
                calls.size());
        asked.run();
        return id;
    }

    private static void spread(
            SelfInformationItem item,
            AttributeCondition condition,
            Map<DestinationId, Map<SelfInformationNumber, Wanted>> byAgency) {
        for (DestinationId agency : item.sources()) {
            byAgency.computeIfAbsent(agency, none -> new LinkedHashMap<>())
                    .put(item.number(), new Wanted(condition, item.code()));
        }
    }

    /** An agency that is asked for much is asked in several calls. */
    private static List<NewCall> calls(Map<DestinationId, Map<SelfInformationNumber, Wanted>> byAgency, int itemsCall) {
        List<NewCall> calls = new ArrayList<>();
        byAgency.forEach((agency, wanted) -> {
            Map<SelfInformationNumber, Wanted> group = new LinkedHashMap<>();
            for (Map.Entry<SelfInformationNumber, Wanted> each : wanted.entrySet()) {
                group.put(each.getKey(), each.getValue());
                if (group.size() == itemsCall) {
                    calls.add(new NewCall(agency, group));
                    group = new LinkedHashMap<>();
                }
            }
            if (!group.isEmpty()) {
                calls.add(new NewCall(agency, group));
            }
        });
        return calls;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public Optional<Progress> find(QuestionId id) {
        return store.find(id).map(standing -> new Progress(id, standing.who(), merging.byItem(standing.parts())));
    }

    @Override
    public void forget(QuestionId id) {
        store.forget(id);
        asked.run();
    }
}
