package io.renkei.connector.privatedelivery.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.spi.HoldingsSource.Holding;
import io.renkei.api.spi.HoldingsSource.Page;
import io.renkei.api.spi.HoldingsSource.Sender;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpReply;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an answer of the service means. It is believed only in the agreed form; "unknown" counts only with the service's own word for it,
 * since any other 404 comes from somebody else. No remote text goes further.
 */
final class ServiceAnswers {

    static final String UNKNOWN_SUBJECT = "UNKNOWN-SUBJECT";
    static final String UNKNOWN_SENDER = "UNKNOWN-SENDER";
    static final String UNKNOWN_HOLDING = "UNKNOWN-HOLDING";

    private static final int MOST_SENDERS = 500;
    private static final int LONGEST_CURSOR = 200;

    private ServiceAnswers() {}

    static List<Sender> senders(HttpReply reply) throws TransientFailure, PermanentFailure {
        JsonNode listed = requireGood(reply).json().path("senders");
        require(listed.isArray() && listed.size() <= MOST_SENDERS);
        return each(listed, one -> new Sender(text(one, "id"), text(one, "name"), flag(one, "picked")));
    }

    static Page holdings(JsonNode json) throws TransientFailure {
        JsonNode listed = json.path("holdings");
        require(listed.isArray());
        List<Holding> holdings = each(
                listed,
                one -> new Holding(
                        text(one, "id"),
                        text(one, "sender"),
                        text(one, "kind"),
                        one.path("year").asInt(-1),
                        text(one, "title"),
                        OffsetDateTime.parse(text(one, "receivedAt")).toInstant(),
                        flag(one, "read")));
        JsonNode next = json.path("next");
        require(next.isMissingNode()
                || next.isNull()
                || next.isTextual()
                        && !next.textValue().isEmpty()
                        && next.textValue().length() <= LONGEST_CURSOR);
        require(holdings.size() <= 100);
        return new Page(holdings, Optional.ofNullable(next.textValue()));
    }

    static Page page(HttpReply reply) throws TransientFailure, PermanentFailure {
        return holdings(requireGood(reply).json());
    }

    /**
     * Whether it was done.
     *
     * @param unknown the service's word for that there is no such thing
     */
    static boolean done(HttpReply reply, String unknown) throws TransientFailure, PermanentFailure {
        if (reply.status() == 404 && unknown.equals(code(reply))) {
            return false;
        }
        requireGood(reply);
        return true;
    }

    private static HttpReply requireGood(HttpReply reply) throws TransientFailure, PermanentFailure {
        switch (reply.status()) {
            case 200, 204 -> {
                return reply;
            }
            case 401, 403 -> throw new TransientFailure(PrivateDeliveryCode.NOT_LET_IN.code(), null);
            case 429, 503 -> throw new TransientFailure(PrivateDeliveryCode.BUSY.code(), null);
            default -> {
                if (reply.status() == 404 && UNKNOWN_SUBJECT.equals(code(reply))) {
                    throw new PermanentFailure(PrivateDeliveryCode.UNKNOWN_SUBJECT.code(), null);
                }
                throw odd(null);
            }
        }
    }

    private static String code(HttpReply reply) {
        return reply.json().path("code").asText("");
    }

    private interface Reading<T> {
        T of(JsonNode json);
    }

    private static <T> List<T> each(JsonNode listed, Reading<T> reading) throws TransientFailure {
        List<T> all = new ArrayList<>();
        try {
            for (JsonNode one : listed) {
                all.add(reading.of(one));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw odd(e);
        }
        return all;
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }

    private static boolean flag(JsonNode json, String name) {
        if (!json.path(name).isBoolean()) {
            throw new IllegalArgumentException(name + " is true or false");
        }
        return json.path(name).booleanValue();
    }

    private static void require(boolean holds) throws TransientFailure {
        if (!holds) {
            throw odd(null);
        }
    }

    private static TransientFailure odd(Exception cause) {
        return new TransientFailure(PrivateDeliveryCode.ODD_ANSWER.code(), cause);
    }
}
