package io.renkei.tools.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.OperatorShell;
import io.renkei.tools.client.Patience;
import io.renkei.tools.client.SandboxControl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Who takes part.
 *
 * @param sites where the simulated sites take word of logouts
 */
record Cast(
        Person person,
        Person accountant,
        RelyingParty tax,
        RelyingParty pension,
        RelyingParty delivery,
        RelyingParty bank,
        RelyingParty software,
        GatewayClient sites,
        SandboxControl ministries,
        OperatorShell operator,
        Patience patience) {

    /** The words of logouts that a site has heard, the last ones. */
    List<String> words(RelyingParty site) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (JsonNode word :
                sites.get("/sites/" + site.id() + "/words").expect(200).json()) {
            words.add(word.asText());
        }
        return words;
    }

    /** Those that it heard since. */
    List<String> wordsSince(RelyingParty site, List<String> before) throws IOException, InterruptedException {
        List<String> words = words(site);
        words.removeAll(before);
        return words;
    }

    /** No link of an earlier story is left. */
    void unlink(RelyingParty site) throws IOException, InterruptedException {
        if (person.isLinked(site.id())) {
            person.unlink(site.id());
        }
    }

    Tokens signOn(RelyingParty site) throws IOException, InterruptedException {
        return person.browser().signOn(site);
    }
}
