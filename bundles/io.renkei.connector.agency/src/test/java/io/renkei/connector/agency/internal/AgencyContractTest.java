package io.renkei.connector.agency.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.LinkageCode;
import io.renkei.api.spi.AttributeSource;
import io.renkei.api.spi.AttributeSource.Question;
import io.renkei.api.spi.LinkageCodeSource.Proof;
import io.renkei.api.spi.TlsContexts;
import io.renkei.sandbox.internal.RunningSandbox;
import io.renkei.sandbox.internal.TestKeys;
import io.renkei.testkit.AttributeSourceContract;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The promises of an agency, at the sandbox's middle server and with its linkage codes. */
class AgencyContractTest extends AttributeSourceContract {

    private static final TlsContexts NO_TLS = (trusted, identity) -> {
        throw new IllegalStateException("plain HTTP needs none");
    };
    private static final String CITY = "municipality.131130";
    private static final Proof PROOF = new Proof("0a1b", BigInteger.TEN);

    @TempDir
    static Path pki;

    private static TestKeys keys;

    @TempDir
    Path ledgers;

    private static LinkageCode person;

    /** The sandbox gives the same code each time, and its agencies need no memory of it. */
    @BeforeAll
    static void obtainCode() throws Exception {
        keys = TestKeys.in(pki);
        try (RunningSandbox codes = start(Files.createTempDirectory(pki, "codes"))) {
            CodesConnector source = new CodesConnector(
                    NO_TLS,
                    TestConfig.of(
                            CodesConfig.class,
                            Map.of(
                                    "endpoint.url",
                                    codes.url() + "/linkage-codes",
                                    "agency.codes",
                                    CITY + ":" + TestConfig.CITY_CODE)));
            person = source.code(PROOF, new DestinationId(CITY)).orElseThrow();
            source.stop();
        }
    }

    private static RunningSandbox start(Path ledger) throws IOException {
        return RunningSandbox.start(pki, ledger, keys, Duration.ofMillis(20), Duration.ofHours(1));
    }

    @Override
    protected Agency agency() throws IOException {
        return new City(start(Files.createTempDirectory(ledgers, "ledger")));
    }

    @Override
    protected AttributeSource source(String url) {
        // A test of the contract brings a server of its own, which does not mind the path.
        return new AgencyConnector(
                NO_TLS,
                TestConfig.of(AgencyConfig.class, TestConfig.agency(CITY, "1, 2, 3-19", url + "/agency/" + CITY)));
    }

    @Override
    protected void disconnect(AttributeSource source) {
        ((AgencyConnector) source).stop();
    }

    @Override
    protected Question question() {
        return TestQuestion.of(UUID.randomUUID(), person);
    }

    /** One agency of a running sandbox, as the contract steers it. */
    private record City(RunningSandbox sandbox) implements Agency {

        @Override
        public String url() {
            return sandbox.url();
        }

        @Override
        public void next(Manner manner) {
            String answer = manner.name().toLowerCase(Locale.ROOT).replace('_', '-');
            sandbox.order(
                    "agencies/answer", "{\"destination\":\"" + CITY + "\",\"answer\":\"" + answer + "\",\"count\":1}");
        }

        @Override
        public void loseNextAnswer() {
            sandbox.fault(CITY, "drop-after", 1, 0);
        }

        @Override
        public void garbleNextAnswer() {
            sandbox.fault(CITY, "garbage", 1, 0);
        }

        @Override
        public long questions() {
            return sandbox.entries(CITY, "inquiry");
        }

        @Override
        public void close() throws IOException {
            sandbox.close();
        }
    }
}
