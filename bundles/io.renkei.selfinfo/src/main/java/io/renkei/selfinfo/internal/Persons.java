package io.renkei.selfinfo.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.LinkageCode;
import io.renkei.api.spi.LinkageCodeSource;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Authenticator.Certificate;
import io.renkei.ports.selfinfo.LinkageCodeStore;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who somebody is at an agency: by the code that is kept, else by the service that gives the codes. Safe for use by several threads. */
final class Persons {

    private static final Logger LOG = LoggerFactory.getLogger(Persons.class);

    private final LinkageCodeStore store;
    private final Supplier<Optional<LinkageCodeSource>> source;
    private volatile Optional<String> trouble = Optional.empty();

    /** @param source where there is one now */
    Persons(LinkageCodeStore store, Supplier<Optional<LinkageCodeSource>> source) {
        this.store = store;
        this.source = source;
    }

    /** What is known. */
    sealed interface Person {

        /** The agency knows them by this. */
        record Known(LinkageCode code) implements Person {}

        /** The agency knows no such person, so it holds nothing about them. */
        record Stranger() implements Person {}

        /** Nothing is known of what the person proved themselves with. */
        record NotProved() implements Person {}

        /** It cannot be found out now. */
        record NotNow() implements Person {}
    }

    Person at(AccountId account, DestinationId agency) {
        Optional<LinkageCode> kept = store.find(account, agency);
        if (kept.isPresent()) {
            return new Person.Known(kept.get());
        }
        Optional<Certificate> proof = store.proof(account);
        if (proof.isEmpty()) {
            return new Person.NotProved();
        }
        Optional<LinkageCodeSource> codes = source.get();
        if (codes.isEmpty()) {
            failed(SelfInfoCode.NO_LINKAGE_CODE.code());
            return new Person.NotNow();
        }
        return ask(account, agency, proof.get(), codes.get());
    }

    private Person ask(AccountId account, DestinationId agency, Certificate proof, LinkageCodeSource codes) {
        try {
            Optional<LinkageCode> code =
                    codes.code(new LinkageCodeSource.Proof(proof.authorityKeyId(), proof.serial()), agency);
            trouble = Optional.empty();
            code.ifPresent(known -> store.keep(account, agency, known));
            return code.<Person>map(Person.Known::new).orElse(new Person.Stranger());
        } catch (TransientFailure | PermanentFailure e) {
            failed(e.getMessage());
            return new Person.NotNow();
        }
    }

    /** The agency refused a question: perhaps it does not know the person by this code any more. */
    void drop(AccountId account, DestinationId agency) {
        store.drop(account, agency);
    }

    /** Says so once. */
    private void failed(String code) {
        Optional<String> now = Optional.of(code);
        if (!now.equals(trouble)) {
            LOG.warn("{} ({})", SelfInfoCode.NO_LINKAGE_CODE.line(), code);
        }
        trouble = now;
    }

    /** Why no codes can be had, by the code of the connector; empty while all is well. */
    Optional<String> trouble() {
        return trouble;
    }
}
