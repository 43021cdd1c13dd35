package io.renkei.linkage.internal;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecordId;
import io.renkei.ports.records.AccessRecords;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.SelfInformation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Agencies in memory that answer what they are told to, and their records. */
final class ToyAgencies implements SelfInformation, AccessRecords {

    final Map<QuestionId, Question> questions = new LinkedHashMap<>();
    final Map<SelfInformationNumber, ItemAnswer> answers = new HashMap<>();
    final List<AccessRecord> records = new ArrayList<>();
    final Map<AccessRecordId, AccessRecord.Answer> ends = new HashMap<>();
    boolean away;

    static ItemAnswer.Found found(String value) {
        AttributeNode leaf = new AttributeNode("INCOME", "所得金額", Optional.of(value), List.of());
        return new ItemAnswer.Found(
                List.of(new AttributeNode("TAX", "課税", Optional.empty(), List.of(leaf))),
                Instant.parse("2026-04-01T01:02:03Z"));
    }

    synchronized void reset() {
        questions.clear();
        answers.clear();
        records.clear();
        ends.clear();
        away = false;
    }

    Agencies agencies(ToyHoldings deliveries) {
        return new Agencies(
                () -> away ? Optional.empty() : Optional.of(this),
                () -> away ? Optional.empty() : Optional.of(this),
                Optional::empty,
                () -> deliveries.away ? Optional.empty() : Optional.of(deliveries));
    }

    @Override
    public synchronized QuestionId ask(Question question) {
        QuestionId id = new QuestionId(UUID.randomUUID());
        questions.put(id, question);
        return id;
    }

    @Override
    public synchronized Optional<Progress> find(QuestionId id) {
        return Optional.ofNullable(questions.get(id)).map(question -> {
            Map<SelfInformationNumber, ItemAnswer> items = new TreeMap<>();
            question.items()
                    .keySet()
                    .forEach(item -> items.put(item, answers.getOrDefault(item, new ItemAnswer.Pending())));
            return new Progress(id, question.who(), items);
        });
    }

    @Override
    public synchronized void forget(QuestionId id) {
        questions.remove(id);
    }

    @Override
    public synchronized void asked(List<AccessRecord> more) {
        records.addAll(more);
    }

    @Override
    public synchronized void answered(
            List<AccessRecordId> ids, AccessRecord.Answer answer, boolean undisclosed, Instant at) {
        ids.forEach(id -> ends.putIfAbsent(id, answer));
    }

    @Override
    public List<AccessRecord> list(AccountId principal, Optional<AccessRecordId> before, int limit) {
        return records;
    }
}
