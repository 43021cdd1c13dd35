package io.renkei.tools.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The operator erases the person's account; what was tied to it ends, and the same card opens another account. */
final class ErasureScene implements Scene {

    private static final String ERASE = "renkei:account-erase --json ";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Cast cast;
    private final RelyingParty site;
    private final Person person;

    ErasureScene(Cast cast) {
        this.cast = cast;
        this.site = cast.tax();
        this.person = cast.person();
    }

    @Override
    public String name() {
        return "erasure";
    }

    @Override
    public void play(Rows rows) throws IOException, InterruptedException {
        person.signIn();
        cast.unlink(site);
        person.consentToLink(person.browser().open("/people/sites/" + site.id()));
        Tokens tokens = cast.signOn(site);
        String account = account();
        JsonNode preview = cast.operator().json(ERASE + account);
        rows.expect(
                !preview.hasNonNull("erased") && number(preview, "links") >= 1 && site.isActive(tokens),
                "the operator looks what erasing would do",
                "it is said, and nothing changes",
                number(preview, "links") + " links, token active: " + site.isActive(tokens));
        erases(rows, account, tokens);
        Page asked = person.browser().open("/people/certificates");
        person.signIn();
        String next = account();
        rows.expect(
                asked.title().equals("Sign in") && !next.equals(account) && !person.isLinked(site.id()),
                "the person opens a page, and signs in again",
                "asked to sign in; another account, linked to nothing",
                asked.title() + ", linked: " + person.isLinked(site.id()));
    }

    private void erases(Rows rows, String account, Tokens tokens) throws IOException, InterruptedException {
        List<String> before = cast.words(site);
        JsonNode done = cast.operator().json(ERASE + "--yes " + account);
        long began = System.nanoTime();
        boolean active = cast.patience().until("the token ends", () -> site.isActive(tokens), alive -> !alive);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        rows.expect(
                done.path("now").asBoolean() && !active && took.compareTo(AT_ONCE) <= 0,
                "the operator erases the account",
                "the tokens end within a second",
                "ended after " + took.toMillis() + " ms");
        rows.expect(
                done.path("kept").size() == 3
                        && done.path("kept").get(0).path("number").asLong() > 0,
                "the operator reads what was kept",
                "evidence and access records, with their last day",
                fates(done.path("kept")));
        cast.patience()
                .until(
                        "word of the logout",
                        () -> subjects(cast.wordsSince(site, before)),
                        told -> told.contains(tokens.subject()));
        rows.good(
                "e-Tax is told (back-channel logout)",
                "a signed logout token with the subject",
                "a logout token with the same subject");
    }

    /** As the person reads it to the help desk. */
    private String account() throws IOException, InterruptedException {
        return person.browser()
                .open("/people/certificates")
                .document()
                .select("main .code")
                .text();
    }

    private static long number(JsonNode sheet, String what) {
        for (JsonNode line : sheet.path("ended")) {
            if (line.path("what").asText().equals(what)) {
                return line.path("number").asLong();
            }
        }
        return 0;
    }

    private static String fates(JsonNode kept) {
        List<String> fates = new ArrayList<>();
        kept.forEach(line -> fates.add(line.path("number").asLong() + " "
                + line.path("what").asText() + ": " + line.path("fate").asText()));
        return String.join("; ", fates);
    }

    private List<String> subjects(List<String> words) throws IOException {
        List<String> subjects = new ArrayList<>();
        for (String word : words) {
            subjects.add(site.heard(word).getSubject().getValue());
        }
        return subjects;
    }
}
