package io.renkei.sandbox.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Linked sites, one per name in the path, as far as others call them: where a browser comes to, and word of logouts, of which the last are
 * kept as they came. What a site asks of the gateway is for a relying party to do ({@code ./renkei demo linkage}).
 */
final class SiteSimulator implements Simulator {

    static final String PATH = "/sites";

    private static final int MOST_WORDS = 50;
    private static final int MOST_SITES = 100;

    private final Map<String, List<String>> words = new ConcurrentHashMap<>();

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(Call call) {
        String[] path = call.segments();
        if (path.length == 0 || !path[0].matches("[a-z0-9-]{1,40}")) {
            throw new Refusal(404, "A site is named by small letters, digits and hyphens.");
        }
        String what = call.method() + " " + (path.length == 1 ? "" : path[1]);
        call.answer(
                switch (what) {
                    case "POST logout" -> heard(path[0], call);
                    case "GET words" -> Answer.json(200, kept(path[0]));
                    case "GET " -> page("試験用の連携先です。 / This is a simulated site.");
                    case "GET login" ->
                        page("試験用の連携先です。ログインは <code>./renkei demo linkage</code> が行います。 / This is a simulated site; "
                                + "<code>./renkei demo linkage</code> signs on.");
                    case "GET callback" -> page("試験用の連携先に戻りました。 / You are back at the simulated site.");
                    default -> throw new Refusal(404, "A site has no such address.");
                });
    }

    private Answer heard(String site, Call call) {
        String word = call.form().getOrDefault("logout_token", "");
        if (word.isEmpty() || words.size() >= MOST_SITES && !words.containsKey(site)) {
            throw new Refusal(400, "A word of a logout has a logout_token.");
        }
        words.compute(site, (name, before) -> {
            List<String> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
            all.add(word);
            return all.size() > MOST_WORDS ? List.copyOf(all.subList(1, all.size())) : List.copyOf(all);
        });
        return Answer.empty(204).with("Cache-Control", "no-store");
    }

    private List<String> kept(String site) {
        return words.getOrDefault(site, List.of());
    }

    private static Answer page(String said) {
        return Answer.of(
                200,
                "text/html; charset=utf-8",
                ("<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                                + " content=\"width=device-width, initial-scale=1\"><title>連携先（試験用）</title></head>"
                                + "<body><main><h1>連携先（試験用）</h1><p>" + said + "</p></main></body></html>")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
