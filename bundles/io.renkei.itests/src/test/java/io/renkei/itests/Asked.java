package io.renkei.itests;

import static org.junit.Assert.assertEquals;

import io.renkei.api.model.SenderNumber;
import io.renkei.tools.client.GatewayClient.Answer;
import java.io.IOException;
import java.time.Duration;

/** An application whose filing at Hello Work waits for a correction, and the correction that its sender has ready. */
record Asked(Partner partner, String application, String key, SenderNumber number, byte[] correction) {

    static final String DESTINATION = "hello-work";

    private static final Duration LONGEST = Duration.ofSeconds(60);

    static Asked of(Partner partner, Instance instance) throws Exception {
        new Correcting(partner).ask(DESTINATION, "PARTIAL");
        String application = partner.submit();
        partner.awaitStates(
                application,
                LONGEST,
                states -> states.get(DESTINATION).equals("CORRECTION_REQUESTED")
                        && states.values().stream().filter("CLOSED"::equals).count() == 4);
        SenderNumber number = Partner.newNumber();
        return new Asked(
                partner,
                application,
                Correcting.filing(partner.view(application), DESTINATION)
                        .path("key")
                        .asText(),
                number,
                new OneProcedure(instance.pki()).of(number, "12"));
    }

    Answer correct() throws IOException, InterruptedException {
        return new Correcting(partner).correct(key, number, correction);
    }

    /** Once more is the first, and the ministry got it once. */
    void finished(Duration longest) throws Exception {
        correct().expect(200);
        partner.awaitClosed(application, longest);
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
        assertEquals(
                1,
                partner.ledger(application).stream()
                        .filter(line -> line.path("kind").asText().equals("correction"))
                        .count());
        assertEquals(
                Partner.DESTINATIONS, partner.awaitNotices(application, longest).keySet());
    }
}
