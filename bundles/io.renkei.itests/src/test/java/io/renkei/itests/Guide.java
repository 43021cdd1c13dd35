package io.renkei.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a guide: what stands between {@code ```sh} and {@code ```}, in order. Where {@code ```text} follows at
 * once, the commands only look, and what they print contains each of its lines, at once or soon.
 */
final class Guide {

    private static final Pattern BLOCK =
            Pattern.compile("^```sh\\n(.*?)^```\\n(?:```text\\n(.*?)^```\\n)?", Pattern.MULTILINE | Pattern.DOTALL);

    /** @param shown by these commands; empty if they do something */
    record Step(String commands, List<String> shown) {}

    private Guide() {}

    static List<Step> steps(Path file) throws IOException {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(file));
        while (block.find()) {
            steps.add(new Step(
                    block.group(1),
                    block.group(2) == null ? List.of() : block.group(2).lines().toList()));
        }
        return steps;
    }
}
