package io.renkei.tools.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.tools.client.KeptConnection;
import io.renkei.tools.client.KeptConnection.Reply;
import io.renkei.tools.sample.SignedDocuments.Signed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Official documents of one ministry; an accepted one is called by the gateway's id of its notice. */
final class Documents implements Load {

    private static final int TAKEN = 202;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String destination;
    private final List<Signed> documents;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    Documents(String destination, List<Signed> documents) {
        this.destination = destination;
        this.documents = documents;
    }

    /** Which document became which notice, so far. */
    Map<String, Integer> numbers() {
        return numbers;
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public Reply send(KeptConnection connection, int number) throws IOException {
        Signed document = documents.get(number);
        return connection.send(
                "POST",
                "/v1/ministry/" + destination + "/notices",
                document.bytes(),
                "Content-Type",
                "application/xml",
                "Issuer-Reference",
                document.number());
    }

    @Override
    public Optional<String> accepted(int number, Reply reply) throws IOException {
        if (reply.status() != TAKEN) {
            return Optional.empty();
        }
        String id = JSON.readTree(reply.body()).path("id").asText();
        numbers.put(id, number);
        return Optional.of(id);
    }
}
