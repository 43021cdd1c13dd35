package io.renkei.ops.internal;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.karaf.shell.support.CommandException;

/** What somebody sees, or a program reads. */
final class Screen {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Screen() {}

    /** The page, without the spaces at the ends of lines. */
    static String page(Supplier<Answer> question) {
        return shown(question, false, false).text().replaceAll("(?m) +$", "");
    }

    static JsonNode json(Supplier<Answer> question) {
        Shown shown = shown(question, true, false);
        if (!shown.text().chars().allMatch(each -> each < 128)) {
            throw new AssertionError("JSON is written in ASCII: " + shown.text());
        }
        try {
            return STRICT.readTree(shown.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param failure the shell's sentence, or null when the command succeeded */
    record Shown(String text, CommandException failure) {}

    static Shown shown(Supplier<Answer> question, boolean json, boolean colours) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        CommandException failure = null;
        try {
            new Reply(out, json, colours).give(question);
        } catch (CommandException e) {
            failure = e;
        }
        return new Shown(bytes.toString(StandardCharsets.UTF_8), failure);
    }
}
