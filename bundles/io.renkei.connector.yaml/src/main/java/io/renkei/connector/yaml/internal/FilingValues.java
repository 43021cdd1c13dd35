package io.renkei.connector.yaml.internal;

import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.spi.DispatchTask;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one filing gives to a body, a path or a condition. Nothing in it can be called; texts and numbers come out. */
final class FilingValues {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final DispatchTask task;
    private final Map<String, String> facts = new TreeMap<>();

    FilingValues(DispatchTask task) {
        this.task = task;
        facts.put("filing", task.filing().toString());
        facts.put("procedure", task.procedure().value());
        facts.put("destination", task.destination().value());
        facts.put("attempt", Integer.toString(task.attempt()));
        facts.put("arrived", task.arrived().atZone(JAPAN).toLocalDate().toString());
        facts.put("package-digest", task.packageDigest().hex());
    }

    FilingKey filing() {
        return task.filing();
    }

    String fact(String name) {
        return facts.get(name);
    }

    Map<String, String> facts() {
        return Map.copyOf(facts);
    }

    /** The items that are a text or a number, by their id. */
    Map<String, String> plainItems() {
        Map<String, String> items = new TreeMap<>();
        task.content()
                .items()
                .forEach((id, value) -> plain(value, false).ifPresent(text -> items.put(id.value(), text.toString())));
        return items;
    }

    /**
     * What a reference stands for: a text, or a {@link Long}.
     *
     * @return empty if an item is missing that may be
     * @throws NotSendable if it cannot be sent
     */
    Optional<Object> get(Reference reference) throws NotSendable {
        if (reference.item().isEmpty()) {
            return Optional.of(fact(reference.fact()));
        }
        ItemId id = reference.item().get();
        Optional<ItemValue> value = task.content().get(id);
        if (value.isEmpty()) {
            if (reference.isOptional()) {
                return Optional.empty();
            }
            throw refused(YamlCode.MISSING, id.value());
        }
        return Optional.of(plain(value.get(), reference.isBasicDate())
                .orElseThrow(() -> new NotSendable(YamlCode.ITEM_NOT_SENT, Optional.empty())));
    }

    static NotSendable refused(YamlCode code, String item) {
        return new NotSendable(code, Optional.of(new Refused(Level.TRANSMITTED, code.code(), item, code.sentenceJa())));
    }

    private static Optional<Object> plain(ItemValue value, boolean basicDate) {
        return value.fold(
                text -> Optional.of(text.value()),
                kana -> Optional.of(kana.value()),
                date -> Optional.of(written(date.value(), basicDate)),
                money -> Optional.of(money.yen()),
                code -> Optional.of(code.value()),
                corporate -> Optional.of(corporate.value().digits()),
                individual -> Optional.empty(),
                attachment -> Optional.empty(),
                group -> Optional.empty(),
                other -> Optional.empty());
    }

    private static String written(LocalDate date, boolean basic) {
        return (basic ? DateTimeFormatter.BASIC_ISO_DATE : DateTimeFormatter.ISO_LOCAL_DATE).format(date);
    }
}
