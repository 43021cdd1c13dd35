package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** {@code ./renkei demo linkage}, as a person runs it: all parts of attribute linkage together on the assembled distribution. */
public class LinkageDemoITest {

    private static final Set<String> SCENES = Set.of(
            "e-Tax",
            "pension net",
            "private delivery",
            "tax return",
            "bank",
            "tax software",
            "company",
            "sign-out",
            "delegation",
            "erasure");

    /** A part of the name and of the values of whom the story is about, and of what was asked for. */
    private static final List<String> PERSONAL =
            List.of("見本　花子", "合計所得金額", "老齢基礎年金", "令和7年分の申告書", "住宅ローンの審査のため", "確定申告書の作成", "試験　花子");

    private static Instance instance;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
    }

    @Test
    public void thePersonAndTheSitesSeeWhatTheyShouldAndTheLogSaysNothingOfIt() throws Exception {
        Run run = instance.renkei("demo", "linkage", "--json").good();
        // Both streams are one here: the story comes first, then the document.
        JsonNode ending =
                new ObjectMapper().readTree(run.output().substring(run.output().lastIndexOf("\n{\n") + 1));

        assertTrue(run.output(), ending.path("good").asBoolean());
        Set<String> scenes = new TreeSet<>();
        ending.path("steps").forEach(step -> scenes.add(step.path("site").asText()));
        assertEquals(SCENES, scenes);
        for (String text : PERSONAL) {
            assertFalse(text, instance.hasLogged(text));
        }
    }
}
