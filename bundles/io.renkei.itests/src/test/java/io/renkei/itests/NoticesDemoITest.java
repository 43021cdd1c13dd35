package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** {@code ./renkei demo notices}, as a person runs it, with an announcement to few inboxes. */
public class NoticesDemoITest {

    private static final int SCENES = 11;
    private static final int INBOXES = 20;

    private static Instance instance;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        Partner.ready(instance);
    }

    @Test
    public void theWholeLifeOfNoticesGoesAsItIsToldAndNothingIsLost() throws Exception {
        Run run = instance.renkei("demo", "notices", "--inboxes", Integer.toString(INBOXES), "--json")
                .good();
        // Both streams are one here: the story comes first, then the document.
        JsonNode ending =
                new ObjectMapper().readTree(run.output().substring(run.output().lastIndexOf("\n{\n") + 1));

        assertTrue(run.output(), ending.path("good").asBoolean());
        assertEquals(SCENES, ending.path("scenes").size());
        assertEquals(ending.at("/documents/issued"), ending.at("/documents/delivered"));
        assertEquals(0, ending.at("/documents/lost").asInt());
        assertEquals(0, ending.at("/documents/wrong").asInt());
    }
}
