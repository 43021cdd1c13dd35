package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.payments.PaymentWord;
import io.renkei.ports.payments.PaymentWords;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Words that are not known, in memory; all of one destination. */
final class MemoryWords implements PaymentWords {

    private final Map<SenderNumber, PaymentWord> words = new ConcurrentHashMap<>();

    @Override
    public boolean keep(PaymentWord word) {
        PaymentWord before = words.put(word.number(), word);
        return before == null || !before.word().equals(word.word());
    }

    @Override
    public void clear(DestinationId from, SenderNumber number) {
        words.remove(number);
    }

    @Override
    public List<PaymentWord> of(DestinationId from, int limit) {
        return words.values().stream()
                .filter(word -> word.from().equals(from))
                .limit(limit)
                .toList();
    }

    @Override
    public List<PaymentWord> list(int limit) {
        return List.copyOf(words.values());
    }
}
