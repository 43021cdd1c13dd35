package io.renkei.door.pages.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecordId;
import io.renkei.ports.records.AccessRecords;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.SelfInformation;
import io.renkei.ports.selfinfo.SelfInformationItem;
import io.renkei.ports.selfinfo.SelfInformationItems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Items, questions and access records in memory. */
final class FakeAgencies implements SelfInformation, SelfInformationItems, AccessRecords {

    final Map<QuestionId, Question> questions = new ConcurrentHashMap<>();
    final Map<SelfInformationNumber, ItemAnswer> answers = new ConcurrentHashMap<>();
    final List<AccessRecord> records = new CopyOnWriteArrayList<>();

    private final List<SelfInformationItem> items = List.of(
            item("1", "世帯情報", "世帯情報", "住民基本台帳法第七条第四号に規定する事項", "Household", true),
            item("2", "税", "地方税", "地方税の税額に関する情報", "Local taxes", true),
            item("3-4", "社会保障（健康・医療）", "予防接種", "予防接種の実施に関する情報", "Vaccinations", true),
            item("3-14", "社会保障（健康・医療）", "健康・医療その他", "介護保険法の給付に関する情報", "Long-term care", false));

    private static SelfInformationItem item(
            String number, String field, String subfield, String name, String english, boolean linked) {
        return new SelfInformationItem(
                new SelfInformationNumber(number),
                field,
                subfield,
                name,
                english,
                linked ? List.of(new DestinationId("municipality.131016")) : List.of());
    }

    @Override
    public List<SelfInformationItem> all() {
        return items;
    }

    @Override
    public Optional<SelfInformationItem> find(SelfInformationNumber number) {
        return items.stream().filter(each -> each.number().equals(number)).findFirst();
    }

    @Override
    public QuestionId ask(Question question) {
        QuestionId id = new QuestionId(UUID.randomUUID());
        questions.put(id, question);
        return id;
    }

    @Override
    public Optional<Progress> find(QuestionId id) {
        return Optional.ofNullable(questions.get(id)).map(question -> {
            Map<SelfInformationNumber, ItemAnswer> now = new HashMap<>();
            question.items()
                    .keySet()
                    .forEach(item -> now.put(item, answers.getOrDefault(item, new ItemAnswer.Pending())));
            return new Progress(id, question.who(), now);
        });
    }

    @Override
    public void forget(QuestionId id) {
        questions.remove(id);
    }

    @Override
    public void asked(List<AccessRecord> more) {
        records.addAll(more);
    }

    @Override
    public void answered(List<AccessRecordId> ids, AccessRecord.Answer answer, boolean undisclosed, Instant at) {}

    @Override
    public List<AccessRecord> list(AccountId principal, Optional<AccessRecordId> before, int limit) {
        List<AccessRecord> own = new ArrayList<>(records.stream()
                .filter(each -> each.principal().equals(principal))
                .toList());
        int from = before.map(last -> own.indexOf(own.stream()
                                .filter(each -> each.id().equals(last))
                                .findFirst()
                                .orElseThrow())
                        + 1)
                .orElse(0);
        return own.subList(from, Math.min(own.size(), from + limit));
    }
}
