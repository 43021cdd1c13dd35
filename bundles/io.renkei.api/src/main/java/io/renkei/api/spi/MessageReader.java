package io.renkei.api.spi;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Can fetch messages without a seal (受信通知, お知らせ) from message boxes at a destination. Such a message is believed as far as
 * the channel it came over: it lies in an inbox, marked as unsealed, and decides nothing. A disposition or official document
 * is never one of them: it comes by {@link NoticeReader} or is pushed. Listing, fetching and acknowledging are three calls:
 * the gateway acknowledges only what it has stored. Safe for use by several threads.
 */
@ConsumerType
public interface MessageReader extends MinistryConnector {

    /** The boxes that the configuration names; never changes while the service is registered. */
    List<Box> boxes();

    /**
     * A page of the messages that were not acknowledged, oldest first. Acknowledging one in between moves no page.
     *
     * @param after where the page before ended, or empty to begin
     * @throws TransientFailure if this box cannot be read now
     */
    Page list(Box box, Optional<String> after) throws TransientFailure;

    /**
     * Fetches a message over a channel whose other end was authenticated, and says how.
     *
     * @throws TransientFailure if it cannot be had now, or if it is not known who answered
     */
    Message fetch(MessageHead head) throws TransientFailure;

    /** Tells the destination that the message was stored; may be called again for the same one, and is after a failure. */
    void acknowledge(MessageHead head) throws TransientFailure;

    /**
     * A box.
     *
     * @param handle what the connector needs to open it; it is printed nowhere
     * @param owner in whose inbox a message lies that concerns no filing
     */
    record Box(String handle, PartnerId owner) {
        public Box {
            Objects.requireNonNull(handle, "handle");
            Objects.requireNonNull(owner, "owner");
        }

        @Override
        public String toString() {
            return "Box[" + owner + "]";
        }
    }

    /**
     * Some messages of a box.
     *
     * @param next where the next page begins; empty at the end
     */
    record Page(List<MessageHead> messages, Optional<String> next) {
        public Page {
            messages = List.copyOf(messages);
            Objects.requireNonNull(next, "next");
        }
    }

    /**
     * A message that waits.
     *
     * @param id the destination's own name for it, unique there over all boxes; 1 to 200 characters
     */
    record MessageHead(Box box, String id) {
        public MessageHead {
            Objects.requireNonNull(box, "box");
            if (id.isBlank() || id.length() > 200) {
                throw new IllegalArgumentException("a message is named by 1 to 200 characters");
            }
        }
    }

    /**
     * A message.
     *
     * @param bytes as the destination answered, to the last byte
     * @param title shown to the addressee only
     * @param issuedOn the day that it says, in Japan
     * @param filing the filing that it names by the gateway's number
     * @param receiptNumber the filing that it names by the destination's own number
     * @param keptUntil when the destination deletes it
     */
    record Message(
            byte[] bytes,
            String title,
            Optional<LocalDate> issuedOn,
            Optional<FilingKey> filing,
            Optional<String> receiptNumber,
            Optional<Instant> keptUntil,
            Origin origin) {
        public Message {
            Objects.requireNonNull(bytes, "bytes");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(issuedOn, "issuedOn");
            Objects.requireNonNull(filing, "filing");
            Objects.requireNonNull(receiptNumber, "receiptNumber");
            Objects.requireNonNull(keptUntil, "keptUntil");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public String toString() {
            return "Message[" + bytes.length + " bytes]";
        }
    }

    /**
     * Who answered.
     *
     * @param server host and port, as {@code box.example.jp:443}
     * @param certificate digest of the server's certificate (its DER form), whose path was verified for this call's connection
     */
    record Origin(String server, Sha256 certificate) {
        public Origin {
            Objects.requireNonNull(certificate, "certificate");
            if (server.isBlank()) {
                throw new IllegalArgumentException("a server has a name");
            }
        }
    }
}
