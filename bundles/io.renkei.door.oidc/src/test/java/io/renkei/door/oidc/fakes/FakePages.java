package io.renkei.door.oidc.fakes;

import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.interaction.Interactions.Outcome;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Session;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.people.Sessions.Opened;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The pages without pages: the person signs in, and does at once what the manner says. */
public final class FakePages extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** What the person does with a site's request. */
    public enum Manner {
        AGREES,
        /** Agrees, and leaves before choosing what is handed over. */
        CHOOSES_LATER,
        DENIES,
        CANNOT,
        /** Goes back to the site's address without having done anything. */
        DOES_NOTHING
    }

    private final transient Supplier<Interactions> interactions;
    private final transient Sessions sessions;
    private final transient Links links;
    private final transient Handovers handovers;
    private final transient Clock clock;
    private final transient Account account;
    private volatile Manner manner = Manner.AGREES;

    public FakePages(
            Supplier<Interactions> interactions, Sessions sessions, Links links, Handovers handovers, Clock clock) {
        this.interactions = interactions;
        this.sessions = sessions;
        this.links = links;
        this.handovers = handovers;
        this.clock = clock;
        this.account = new Account(new AccountId(UUID.randomUUID()), AccountKind.PERSON, clock.instant());
    }

    public void manner(Manner next) {
        manner = next;
    }

    public Account account() {
        return account;
    }

    public Actor person() {
        return Actor.self(account.id());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getPathInfo().substring(1);
        String secret = cookie(request, Interaction.COOKIE).orElse("");
        Optional<Interaction> waiting = interactions.get().find(id, secret);
        if (waiting.isEmpty()) {
            response.sendError(404);
            return;
        }
        if (waiting.get().kind() == Interaction.Kind.SIGN_OUT) {
            signOut(request, id, secret);
        } else if (manner != Manner.DOES_NOTHING) {
            Session session = signedIn(request, response, waiting.get());
            interactions.get().finish(id, secret, outcome(waiting.get(), session));
        }
        response.setStatus(303);
        response.setHeader("Location", "/oidc/authorize/" + id);
    }

    private void signOut(HttpServletRequest request, String id, String secret) {
        if (manner == Manner.AGREES) {
            cookie(request, Sessions.COOKIE)
                    .flatMap(token -> sessions.find(token, clock.instant()))
                    .ifPresent(open -> sessions.close(open.id(), clock.instant()));
        }
        interactions.get().finish(id, secret, manner == Manner.AGREES ? new Outcome.SignedOut() : new Outcome.Denied());
    }

    private Session signedIn(HttpServletRequest request, HttpServletResponse response, Interaction waiting) {
        return cookie(request, Sessions.COOKIE)
                .flatMap(token -> sessions.find(token, clock.instant()))
                .filter(open -> waiting.signedInAfter()
                        .filter(after -> open.signedInAt().isBefore(after))
                        .isEmpty())
                .orElseGet(() -> {
                    Opened opened = sessions.open(account, clock.instant());
                    response.addHeader(
                            "Set-Cookie",
                            Sessions.COOKIE + "=" + opened.token() + "; Path=/; Secure; HttpOnly; SameSite=Lax");
                    return opened.session();
                });
    }

    private Outcome outcome(Interaction waiting, Session session) {
        return switch (manner) {
            case DENIES -> new Outcome.Denied();
            case CANNOT -> new Outcome.Unavailable("LINKAGE-001");
            default -> {
                links.consent(person(), waiting.site(), waiting.signed());
                waiting.handover().ifPresent(id -> handOver(id, waiting.signed()));
                yield new Outcome.Granted(session, person());
            }
        };
    }

    private void handOver(HandoverId id, Optional<SignedRequest> signed) {
        handovers.consent(person(), id, signed);
        if (manner == Manner.AGREES) {
            handovers.release(
                    person(),
                    id,
                    handovers.find(id).orElseThrow().wish().items().keySet());
        }
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.of(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
