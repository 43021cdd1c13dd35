package io.renkei.itests;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The guide to a first connector, as a reader goes through it, in an empty folder and at the distribution. */
public class FirstConnectorITest {

    private static final Path TOP =
            Path.of(System.getProperty("renkei.top")).toAbsolutePath().normalize();
    private static final Duration SOON = Duration.ofSeconds(90);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Map<String, String> environment = new HashMap<>();
    private Path work;

    @Before
    public void makeAnEmptyFolder() throws IOException {
        Programs.need("mvn", "curl", "ssh", "bash");
        work = folder.newFolder("work").toPath();
        environment.putAll(Ports.drawn().environment());
        environment.putAll(OwnMaven.in(folder.getRoot().toPath()).environment());
        environment.put("GATEWAY", Checkout.in(folder.getRoot().toPath()).top().toString());
        environment.put("RENKEI_HOME", work.resolve("instance").toString());
        environment.put("SIMULATOR_PORT", Ports.free());
    }

    @After
    public void endWhatStillRuns() throws Exception {
        if (work != null) {
            bash("test ! -f simulator.pid || kill $(cat simulator.pid) || true");
            Run.renkei(work.resolve("instance"), environment, "stop");
        }
    }

    @Test
    public void theGuideLeadsToAConnectorThatTakesAFiling() throws Exception {
        List<Guide.Step> steps = Guide.steps(TOP.resolve("docs/integrators/first-connector.md"));
        assertTrue("the guide has commands", steps.size() > 10);
        String exports = steps.get(0).commands();
        for (Guide.Step step : steps) {
            if (step.shown().isEmpty()) {
                bash("set -e\n" + exports + step.commands()).good();
            } else {
                look(exports + step.commands(), step.shown());
            }
        }
    }

    private void look(String commands, List<String> expected) throws Exception {
        String[] shown = {""};
        try {
            Await.until(
                    SOON,
                    () -> {
                        shown[0] = bash(commands).output();
                        return expected.stream()
                                .filter(line -> !shown[0].contains(line))
                                .toList();
                    },
                    List::isEmpty);
        } catch (AssertionError e) {
            throw new AssertionError(commands + "shows\n" + shown[0], e);
        }
    }

    private Run bash(String commands) throws IOException, InterruptedException {
        return Programs.run(work, environment, List.of("bash", "-c", commands));
    }
}
