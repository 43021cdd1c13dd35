package io.renkei.ports.payments;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SenderNumber;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Words of destinations on payments that are not known here. A payment stays as it was until a known word comes. Safe for use by
 * several threads and several nodes.
 */
@ProviderType
public interface PaymentWords {

    /**
     * Keeps a word; the last one of a number stands. One that is new for its number is a row {@code PAYMENT_WORD_UNKNOWN} of the
     * hash chain, so that what was heard can be proved.
     *
     * @return whether it is another word than the one that stood, or the first; nothing is kept for a filing that is none of the
     *     destination's
     */
    boolean keep(PaymentWord word);

    /** A known word came. */
    void clear(DestinationId from, SenderNumber number);

    /**
     * The words that stand of one destination, that first which stands longest.
     *
     * @param limit 1 to 500
     */
    List<PaymentWord> of(DestinationId from, int limit);

    /**
     * For operators: the last heard first.
     *
     * @param limit 1 to 100
     */
    List<PaymentWord> list(int limit);
}
