package io.renkei.api.spi;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A private delivery service (民間送達サービス) as a linked site: it says what it holds for a person, and hands it out. The person
 * is named by the pairwise subject of the link and by nothing else; a subject that the service does not know, or knows no more, is a
 * {@link PermanentFailure}. It needs no {@link Dispatcher}. Each call ends within the timeouts of the connector. Safe for use by
 * several threads.
 */
@ConsumerType
public interface HoldingsSource extends MinistryConnector {

    /** The linked site that this service is, by its id; never changes while the service is registered. */
    String site();

    /**
     * Who may send to the person through the service; 500 at most.
     *
     * @throws TransientFailure if the service cannot be asked now, as when it does not let the gateway in
     * @throws PermanentFailure if it does not know the subject
     */
    List<Sender> senders(String subject) throws TransientFailure, PermanentFailure;

    /**
     * The person picks a sender, or picks it no more. Once more changes nothing.
     *
     * @return false if the service has no such sender
     */
    boolean pick(String subject, String sender, boolean picked) throws TransientFailure, PermanentFailure;

    /**
     * What the service holds, newest first, without the content.
     *
     * @param cursor as the page before gave it; empty for the first page
     */
    Page holdings(String subject, Optional<String> cursor) throws TransientFailure, PermanentFailure;

    /**
     * The document, byte for byte, while it comes. It has a bounded number of bytes; the caller closes it. Having fetched it says
     * nothing to the sender: {@link #markRead} does.
     *
     * @return empty if the service holds no such thing for the subject; reading throws {@link java.io.IOException} if the document does
     *     not come to its end
     */
    Optional<InputStream> fetch(String subject, String holding) throws TransientFailure, PermanentFailure;

    /**
     * The read receipt (開封通知): the person opened it. Once more changes nothing, and the first time stays.
     *
     * @return false if the service holds no such thing for the subject any more
     */
    boolean markRead(String subject, String holding, Instant opened) throws TransientFailure, PermanentFailure;

    /**
     * Somebody who sends through the service, such as an insurer. It prints its id.
     *
     * @param id the service's own, 1 to 64 letters, digits, dots, hyphens and underscores
     * @param name what a person reads, 1 to 100 characters
     * @param picked whether the person takes what it sends
     */
    record Sender(String id, String name, boolean picked) {

        public Sender {
            Ids.require(id);
            Ids.require(name, 100);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * One thing that lies there. It prints its id.
     *
     * @param id the service's own, formed as that of a sender
     * @param sender whose it is
     * @param kind such as {@code TEG800}; 1 to 16 capital letters and digits
     * @param year which year it is about, 1900 to 2999
     * @param title what a person reads, 1 to 200 characters
     * @param received when the service got it
     * @param read whether the service was told that the person opened it
     */
    record Holding(String id, String sender, String kind, int year, String title, Instant received, boolean read) {

        private static final Pattern KIND = Pattern.compile("[A-Z0-9]{1,16}");

        public Holding {
            Ids.require(id);
            Ids.require(sender);
            if (!KIND.matcher(kind).matches() || year < 1900 || year > 2999) {
                throw new IllegalArgumentException("a holding has a kind, and a year between 1900 and 2999");
            }
            Ids.require(title, 200);
            Objects.requireNonNull(received, "received");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * A part of the list.
     *
     * @param holdings 100 at most
     * @param next what the next page is asked for with; empty on the last one
     */
    record Page(List<Holding> holdings, Optional<String> next) {

        public Page {
            holdings = List.copyOf(holdings);
            Objects.requireNonNull(next, "next");
            if (holdings.size() > 100) {
                throw new IllegalArgumentException("a page has 100 holdings at most");
            }
        }
    }
}
