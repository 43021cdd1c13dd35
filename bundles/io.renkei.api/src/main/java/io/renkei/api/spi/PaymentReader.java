package io.renkei.api.spi;

import io.renkei.api.model.FilingKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Can ask a destination what it wants paid for filings (納付). Safe for use by several threads. */
@ConsumerType
public interface PaymentReader extends MinistryConnector {

    /**
     * Asks about filings that the destination accepted, also closed ones. Asking has no effect.
     *
     * @param filings at most 50
     * @return all that is wanted for them, paid and cancelled too; a filing for which nothing is wanted is left out
     * @throws TransientFailure if the destination cannot be asked now
     */
    List<Payment> payments(List<StatusReader.Open> filings) throws TransientFailure;

    /** How it stands there. */
    enum Standing {
        /** To be paid (納付待ち). */
        WAITING,
        /** 納付済み. */
        PAID,
        /** 納付期限切れ. */
        LAPSED,
        /** 取消. */
        CANCELLED,
        /** The destination says it in a word that is not known: nothing changes by it, and an operator is told the word. */
        UNKNOWN
    }

    /**
     * What is wanted. It moves no money; nobody calls the destination's payment site for it.
     *
     * @param number the destination's own, the same each time it is asked and no other's there; 1 to 64 visible characters
     * @param title in Japanese, 200 characters at most
     * @param yen what is to be paid, in yen
     * @param facility 収納機関番号
     * @param payNumber 納付番号
     * @param confirmation 確認番号
     * @param category 納付区分, or empty text
     * @param due the last day, whole, in Japan
     * @param raw the destination's own word, as received
     * @param paidOn the day on which it was paid, where it was and the destination says so
     */
    record Payment(
            FilingKey filing,
            String number,
            String title,
            long yen,
            String facility,
            String payNumber,
            String confirmation,
            String category,
            LocalDate due,
            Standing standing,
            String raw,
            Optional<LocalDate> paidOn) {
        public Payment {
            Objects.requireNonNull(filing, "filing");
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(facility, "facility");
            Objects.requireNonNull(payNumber, "payNumber");
            Objects.requireNonNull(confirmation, "confirmation");
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(standing, "standing");
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(paidOn, "paidOn");
        }

        @Override
        public String toString() {
            return "Payment[" + filing + " " + standing + "]";
        }
    }
}
