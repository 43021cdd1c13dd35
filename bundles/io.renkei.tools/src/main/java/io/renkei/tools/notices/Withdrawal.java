package io.renkei.tools.notices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The person takes a filing back, and its ministry agrees. */
final class Withdrawal implements Scene {

    private static final byte[] REASON = "{\"reason\":\"採用を取り消したため\"}".getBytes(StandardCharsets.UTF_8);

    private final Cast cast;
    private final String application;

    Withdrawal(Cast cast, String application) {
        this.cast = cast;
        this.application = application;
    }

    /** Before the filing is sent: it lies in examination. */
    static void prepare(Cast cast) throws IOException, InterruptedException {
        cast.ministries().order("examination/hold", Map.of("destination", Cast.SOCIETY));
        cast.ministries().order("withdrawals/answer", Map.of("destination", Cast.SOCIETY, "answer", "accept"));
    }

    @Override
    public String name() {
        return "withdrawal";
    }

    @Override
    public Row play() throws IOException, InterruptedException {
        String key =
                cast.await(application, Cast.SOCIETY, "EXAMINING").path("key").asText();
        boolean done = cast.person()
                .post(Cast.path(key) + "/withdrawal", REASON, "Content-Type", "application/json")
                .expect(202)
                .json()
                .path("withdrawn")
                .asBoolean();
        Scene.require(!done, "withdrawn without the word of the ministry");
        cast.narrator().step("asked", "the ministry has it, so it is asked");
        cast.await(application, Cast.SOCIETY, "WITHDRAWN");
        Scene.require(cast.lines(key, "withdrawal-accepted") == 1, "the ministry did not say yes once");
        cast.narrator().step("withdrawn", "the ministry said yes");
        Scene.require(cast.inbox("filing=" + key).isEmpty(), "there is a decision on what was withdrawn");
        return Row.good(
                "a filing is withdrawn", "WITHDRAWING, then WITHDRAWN by the ministry's yes", "no decision, no notice");
    }
}
