package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.SenderNumber;
import io.renkei.tools.client.Consent;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One application and all that notices can do to it. */
final class Story {

    private static final Set<String> ENDS = Set.of("CLOSED", "WITHDRAWN");

    private final Cast cast;
    private final String name;
    private final int inboxes;
    private final Path script;
    private final Path root;
    private final Path folder;

    /**
     * @param name unique, for the senders' numbers and the inboxes
     * @param inboxes of the announcement
     * @param script the path of renkei
     * @param root of the ministries' seals
     * @param folder where the evidence is kept
     */
    Story(Cast cast, String name, int inboxes, Path script, Path root, Path folder) {
        this.cast = cast;
        this.name = name;
        this.inboxes = inboxes;
        this.script = script;
        this.root = root;
        this.folder = folder;
    }

    /** Plays all scenes, whatever becomes of one of them. */
    Ending play() throws IOException, InterruptedException, GeneralSecurityException {
        Consent.give(cast.person(), cast.ministries());
        cast.ministries().order("reset-faults", Map.of());
        List<Row> rows = new ArrayList<>();
        try {
            Correction.prepare(cast);
            Withdrawal.prepare(cast);
            EarlyNotice.prepare(cast);
            String application = submit();
            Map<String, String> filings = keys(application);
            Announcing announcing = new Announcing(cast, name, inboxes);
            String tax = filings.get(Cast.TAX_OFFICE);
            List<Scene> scenes = List.of(
                    new Delivery(cast, application, tax),
                    new Forgeries(cast, tax, filings.get(Cast.SOCIETY)),
                    new Repeats(cast, tax),
                    new EarlyNotice(cast, filings.get(Cast.LOCAL_TAX)),
                    new Replacements(cast, tax),
                    new MessageBox(cast, application, tax),
                    new Correction(cast, application, new SenderNumber(name + "-correction")),
                    new Withdrawal(cast, application),
                    announcing,
                    new Proof(cast, tax, script, root, folder));
            for (Scene scene : scenes) {
                rows.add(played(scene));
            }
            rows.add(ended(application));
            Accounts accounts = Accounts.of(cast, application, new TreeSet<>(filings.values()));
            return new Ending(application, rows, accounts, announcing.lost(), announcing.strayed());
        } finally {
            EarlyNotice.restore(cast);
        }
    }

    private String submit() throws IOException, InterruptedException, GeneralSecurityException {
        SenderNumber number = new SenderNumber(name);
        String application = cast.person()
                .post(
                        "/v1/applications",
                        cast.applicants().hire(number, cast.today()),
                        "Content-Type",
                        "application/xml",
                        "Accept",
                        "application/json",
                        "Idempotency-Key",
                        number.value())
                .expect(201)
                .json()
                .path("number")
                .asText();
        cast.narrator().step("submitted", application + ", sealed receipt");
        return application;
    }

    private Map<String, String> keys(String application) throws IOException, InterruptedException {
        Map<String, String> keys = new HashMap<>();
        for (Map.Entry<String, JsonNode> filing : cast.filings(application).entrySet()) {
            keys.put(filing.getKey(), filing.getValue().path("key").asText());
        }
        return keys;
    }

    private Row played(Scene scene) throws InterruptedException, GeneralSecurityException {
        cast.narrator().line("");
        try {
            return scene.play();
        } catch (IOException | IllegalStateException differs) {
            cast.narrator().result(false, scene.name() + ": " + differs.getMessage());
            return Row.differs(scene.name(), String.valueOf(differs.getMessage()));
        }
    }

    private Row ended(String application) throws InterruptedException {
        String happened = "the application comes to its end";
        try {
            cast.patience()
                    .until(
                            "each filing is closed or withdrawn",
                            () -> cast.filings(application).values(),
                            filings -> filings.stream()
                                    .allMatch(filing -> ENDS.contains(
                                            filing.at("/state/code").asText())));
            return Row.good(happened, "each filing CLOSED or WITHDRAWN", "nothing waits");
        } catch (IOException differs) {
            return Row.differs(happened, String.valueOf(differs.getMessage()));
        }
    }
}
