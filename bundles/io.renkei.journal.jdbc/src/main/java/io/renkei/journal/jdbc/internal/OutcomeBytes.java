package io.renkei.journal.jdbc.internal;

import io.renkei.ports.interaction.Interactions.Outcome;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Session;
import java.util.UUID;

/** An outcome of an interaction as bytes: its case, then its fields. */
final class OutcomeBytes {

    private OutcomeBytes() {}

    static byte[] write(Outcome outcome) {
        if (outcome instanceof Outcome.Granted granted) {
            Session session = granted.session();
            Account account = session.account();
            return new Fields()
                    .text("granted")
                    .text(session.id().toString())
                    .text(account.id().toString())
                    .text(account.kind().name())
                    .text(account.since().toString())
                    .text(session.signedInAt().toString())
                    .text(session.until().toString())
                    .text(granted.who().by().toString())
                    .text(granted.who().principal().toString())
                    .bytes();
        }
        if (outcome instanceof Outcome.Unavailable unavailable) {
            return new Fields().text("unavailable").text(unavailable.code()).bytes();
        }
        return new Fields()
                .text(outcome instanceof Outcome.SignedOut ? "signed-out" : "denied")
                .bytes();
    }

    static Outcome read(byte[] bytes) {
        Fields.Reader read = new Fields.Reader(bytes);
        return switch (read.text()) {
            case "granted" -> granted(read);
            case "unavailable" -> new Outcome.Unavailable(read.text());
            case "signed-out" -> new Outcome.SignedOut();
            default -> new Outcome.Denied();
        };
    }

    private static Outcome granted(Fields.Reader read) {
        UUID id = UUID.fromString(read.text());
        Account account = new Account(account(read), AccountKind.valueOf(read.text()), read.instant());
        Session session = new Session(id, account, read.instant(), read.instant());
        return new Outcome.Granted(session, new Actor(account(read), account(read)));
    }

    private static AccountId account(Fields.Reader read) {
        return new AccountId(UUID.fromString(read.text()));
    }
}
