package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** Self-information on the assembled distribution: kernel, catalogue, stores, connectors over mutual TLS, simulated agencies. */
public class SelfInformationITest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static Instance instance;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
    }

    @Test
    public void agenciesAreAskedByTheirOwnCodesAndNothingOfTheAnswerIsTold() throws Exception {
        Path result = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "probe")
                .toAbsolutePath()
                .resolve("result");
        Path probe =
                OddBundle.probe(instance.deploy(), "org.example.probe", result, "1 2 3-2 3-19 4-1 5-13 6-1 6-5 7-3");
        try {
            Await.until(LONGEST, () -> Files.exists(result), there -> there);
        } finally {
            Files.delete(probe);
        }
        assertEquals(
                List.of(
                        "1 Found",
                        "2 Found",
                        "3-2 Found",
                        "3-19 Found",
                        "4-1 Found",
                        "5-13 Found",
                        "6-1 Found",
                        "6-5 Failed[code=SELFINFO-002]",
                        "7-3 Found",
                        "records 9",
                        "forgotten true"),
                Files.readAllLines(result));
        assertTrue(instance.hasLogged("is asked of agencies in 5 calls"));
        for (String secret : List.of("老齢基礎年金", "合計所得金額", "0a1b2c3d")) {
            assertFalse(secret, instance.hasLogged(secret));
        }
        assertTrue(instance.shell("renkei:question-list").good().output().contains("No agency is being asked."));
        assertTrue(instance.shell("renkei:health").good().output().contains("self-information"));
    }
}
