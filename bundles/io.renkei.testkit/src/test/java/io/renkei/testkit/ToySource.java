package io.renkei.testkit;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource;
import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a {@link ToyAgency}, and breaks what it is told to break. */
final class ToySource implements AttributeSource {

    /** A broken promise. */
    enum Sin {
        ANSWERS_MORE,
        NO_DATA_IS_A_FAILURE,
        SHOWS_WHAT_IS_HIDDEN,
        ASKS_ANEW,
        MAKES_UP_FOR_A_HANDLE,
        TELLS_THE_PERSON,
        ASKS_AGAIN_ITSELF,
        FOLLOWS,
        BELIEVES_ANYTHING,
        WAITS_FOR_EVER,
        PROBE_ASKS,
        PROBE_WAITS,
        ASKING_CHANGES,
        LEAVES_A_THREAD
    }

    static final SelfInformationNumber ONE = new SelfInformationNumber("1");
    static final SelfInformationNumber TWO = new SelfInformationNumber("2");

    private static final HttpClient STAYING = HttpClient.newHttpClient();
    private static final HttpClient FOLLOWING =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    private static final Instant AS_OF = Instant.parse("2026-04-01T00:00:00Z");

    private final String url;
    private final Set<Sin> sins;
    private final HttpClient http;
    private int asked;

    ToySource(String url, Set<Sin> sins) {
        this.url = url;
        this.sins = sins;
        this.http = sins.contains(Sin.FOLLOWS) ? FOLLOWING : STAYING;
        if (sins.contains(Sin.LEAVES_A_THREAD)) {
            Thread thread = new Thread(() -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public DestinationId destination() {
        return new DestinationId("pension-service");
    }

    @Override
    public Set<SelfInformationNumber> items() {
        return Set.of(ONE, TWO);
    }

    @Override
    public Asking asking() {
        int more = sins.contains(Sin.ASKING_CHANGES) ? asked++ : 0;
        return new Asking(1 + more, Duration.ofSeconds(2));
    }

    @Override
    public Health probe() {
        try {
            String method = sins.contains(Sin.PROBE_ASKS) ? "POST" : "GET";
            send(method, "ask", "", Duration.ofMillis(sins.contains(Sin.PROBE_WAITS) ? 3_000 : 800));
            return Health.UP;
        } catch (TransientFailure e) {
            return Health.down("TOY-001");
        }
    }

    @Override
    public Map<SelfInformationNumber, Answer> ask(Question question) throws TransientFailure {
        try {
            return read(question, question.items().keySet(), answer("ask", question));
        } catch (TransientFailure e) {
            if (sins.contains(Sin.ASKS_AGAIN_ITSELF)) {
                return read(question, question.items().keySet(), answer("ask", question));
            }
            if (sins.contains(Sin.TELLS_THE_PERSON)) {
                throw new TransientFailure(
                        "TOY-001", new IOException("about " + question.person().release()));
            }
            throw e;
        }
    }

    @Override
    public Map<SelfInformationNumber, Answer> askAgain(
            String handle, Question question, Set<SelfInformationNumber> items) throws TransientFailure {
        if (sins.contains(Sin.ASKS_ANEW)) {
            return ask(question);
        }
        String said = answer("again?" + handle, question);
        if (said.equals("UNKNOWN")) {
            return sins.contains(Sin.MAKES_UP_FOR_A_HANDLE) ? read(question, items, "DATA") : Map.of();
        }
        return read(question, items, said);
    }

    private String answer(String what, Question question) throws TransientFailure {
        int seconds = sins.contains(Sin.WAITS_FOR_EVER) ? 6 : 2;
        return send("POST", what, question.reference().toString(), Duration.ofSeconds(seconds));
    }

    private String send(String method, String what, String body, Duration longest) throws TransientFailure {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/" + what))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var call = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = call.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200 && !sins.contains(Sin.BELIEVES_ANYTHING)) {
                throw new TransientFailure("TOY-002", null);
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("TOY-001", e);
        } catch (ExecutionException | TimeoutException e) {
            call.cancel(true);
            throw new TransientFailure("TOY-001", e);
        }
    }

    private Map<SelfInformationNumber, Answer> read(Question question, Set<SelfInformationNumber> items, String said)
            throws TransientFailure {
        Map<SelfInformationNumber, Answer> answers = new HashMap<>();
        for (SelfInformationNumber item : items) {
            answers.put(item, one(question, said));
        }
        if (sins.contains(Sin.ANSWERS_MORE)) {
            answers.put(new SelfInformationNumber("3-1"), one(question, said));
        }
        return answers;
    }

    private Answer one(Question question, String said) throws TransientFailure {
        Answer found = new Answer.Found(List.of(new AttributeNode("100", "値", Optional.of("1"), List.of())), AS_OF);
        switch (said) {
            case "DATA":
                return found;
            case "NO_DATA":
                if (sins.contains(Sin.NO_DATA_IS_A_FAILURE)) {
                    throw new TransientFailure("TOY-003", null);
                }
                return new Answer.NoData(AS_OF);
            case "UNDISCLOSED":
                return sins.contains(Sin.SHOWS_WHAT_IS_HIDDEN) ? found : new Answer.Undisclosed(AS_OF);
            case "PENDING":
                return new Answer.Pending("h" + question.reference(), Duration.ofSeconds(1));
            default:
                if (sins.contains(Sin.BELIEVES_ANYTHING)) {
                    return found;
                }
                throw new TransientFailure("TOY-002", null);
        }
    }
}
