package io.renkei.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.renkei.tools.linkage.Browser;
import io.renkei.tools.linkage.Browser.Arrival;
import io.renkei.tools.linkage.Page;
import io.renkei.tools.linkage.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The person whom a script of a site sends somewhere: the script says in one call to which address, and what the person does there; the answer
 * says which pages the person went through, and where it ended. So the pages are gone through by the same browser as in the demo.
 */
final class PersonDesk implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_PAGES = 8;

    private final HttpServer server;
    private final Person person;
    private final Browser browser;

    /** @param operator what an operator does, by the path of the call */
    PersonDesk(Browser browser, Person person, Map<String, Order> operator) throws IOException {
        this.browser = browser;
        this.person = person;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/go", this::go);
        answer("/unlink", asked -> {
            person.unlink(asked.path("site").asText());
            return JSON.createObjectNode();
        });
        operator.forEach((path, work) ->
                answer(path, asked -> JSON.createObjectNode().put("said", work.done())));
        server.start();
    }

    /** Something that an operator does, and what the shell said. */
    interface Order {
        String done() throws IOException, InterruptedException;
    }

    private interface Work {
        JsonNode on(JsonNode asked) throws IOException, InterruptedException;
    }

    private void answer(String path, Work work) {
        server.createContext(path, exchange -> {
            try (exchange) {
                send(exchange, work);
            }
        });
    }

    private static void send(HttpExchange exchange, Work work) throws IOException {
        JsonNode asked = JSON.readTree(exchange.getRequestBody());
        try {
            send(exchange, 200, work.on(asked));
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            // Whatever it was, the script ends with it.
            send(exchange, 500, JSON.createObjectNode().put("failed", String.valueOf(e)));
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What a person does, page by page, until the browser is at the site, or at a page where nothing more is to be done. */
    private JsonNode go(JsonNode asked) throws IOException, InterruptedException {
        ObjectNode went = JSON.createObjectNode();
        Set<String> chosen = new HashSet<>();
        asked.path("choose").forEach(item -> chosen.add(item.asText()));
        boolean agrees = asked.path("agrees").asBoolean(true);
        Arrival arrival = browser.go(URI.create(asked.path("address").asText()));
        went.putArray("pages");
        for (int i = 0; i < MOST_PAGES && arrival.page().isPresent(); i++) {
            Page page = arrival.page().get();
            Optional<Step> step = step(page, agrees, chosen);
            if (step.isEmpty()) {
                went.put("status", page.status()).put("page", page.document().text());
                return went;
            }
            went.withArray("pages").add(step.get().name());
            arrival = step.get().done().call();
        }
        return went.put("at", arrival.atSite().toString());
    }

    private interface Doing {
        Arrival call() throws IOException, InterruptedException;
    }

    private record Step(String name, Doing done) {}

    private Optional<Step> step(Page page, boolean agrees, Set<String> chosen) {
        if (page.hasForm("/end") || page.hasForm("/stay")) {
            String form = agrees ? "/end" : "/stay";
            return Optional.of(new Step("sign-out", () -> browser.submit(page, page.form(form))));
        }
        if (!agrees && page.hasForm("/deny")) {
            return Optional.of(new Step("no", () -> browser.submit(page, page.form("/deny"))));
        }
        if (!page.document().select("a[href*=/people/sign-in/certificate]").isEmpty()) {
            return Optional.of(new Step("sign-in", () -> browser.go(page.link("/people/sign-in/certificate"))));
        }
        if (page.hasForm("/link")) {
            return Optional.of(
                    new Step("link", () -> browser.go(person.consentToLink(page).link("/people/requests/"))));
        }
        if (page.hasForm("/consent")) {
            return Optional.of(new Step(
                    "consent",
                    () -> new Arrival(
                            Optional.empty(),
                            person.backToSite(person.choose(person.consentToRequest(page), chosen)))));
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
