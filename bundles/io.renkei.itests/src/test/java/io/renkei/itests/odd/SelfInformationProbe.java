package io.renkei.itests.odd;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Authenticator.Certificate;
import io.renkei.ports.records.AccessRecords;
import io.renkei.ports.records.Requester;
import io.renkei.ports.selfinfo.PersonProofs;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.SelfInformation;
import io.renkei.ports.selfinfo.SelfInformation.Progress;
import io.renkei.ports.selfinfo.SelfInformation.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks for self-information as a door does, and writes into a file what kind of answer each item got. */
public final class SelfInformationProbe {

    private static final long PAUSE_MILLIS = 100;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private SelfInformation information;
    private PersonProofs proofs;
    private AccessRecords records;

    void setInformation(SelfInformation service) {
        information = service;
    }

    void setProofs(PersonProofs service) {
        proofs = service;
    }

    void setRecords(AccessRecords service) {
        records = service;
    }

    void start(Map<String, Object> properties) {
        Path result = Path.of((String) properties.get("result"));
        String[] items = ((String) properties.get("items")).split(" ");
        Thread thread = new Thread(() -> run(result, items), "self-information-probe");
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        stopped.countDown();
    }

    private void run(Path result, String[] items) {
        AccountId person = new AccountId(UUID.randomUUID());
        proofs.proved(person, new Certificate("0a1b2c3d", BigInteger.valueOf(4711)));
        Map<SelfInformationNumber, AttributeCondition> wanted = new TreeMap<>();
        for (String item : items) {
            wanted.put(new SelfInformationNumber(item), new AttributeCondition.Latest());
        }
        QuestionId id = information.ask(new Question(
                Actor.self(person),
                new Requester.Principal(),
                wanted,
                Instant.now().plusSeconds(300)));
        try {
            Optional<Progress> progress = information.find(id);
            while (!progress.orElseThrow().isComplete() && !stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                progress = information.find(id);
            }
            StringBuilder text = new StringBuilder();
            new TreeMap<>(progress.orElseThrow().items())
                    .forEach((item, answer) ->
                            text.append(item).append(' ').append(answer).append('\n'));
            text.append("records ")
                    .append(records.list(person, Optional.empty(), 100).size())
                    .append('\n');
            information.forget(id);
            text.append("forgotten ").append(information.find(id).isEmpty()).append('\n');
            Path part = Files.writeString(result.resolveSibling("probe.part"), text);
            Files.move(part, result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
