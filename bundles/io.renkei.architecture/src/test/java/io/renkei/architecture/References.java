package io.renkei.architecture;

import java.io.IOException;
import java.util.List;

/** Writes what operators look up, from what was compiled. */
final class References {

    private static final String GENERATED =
            "\n<!-- Generated from the bundles: run ./renkei references and change nothing here. -->\n";

    private References() {}

    /** Every key of every configuration. */
    static String settings() throws IOException {
        StringBuilder text = new StringBuilder("# Settings\n" + GENERATED + """

                Each configuration is a file in `etc`, named after its PID. A key that is not set has its default.
                """);
        for (Setting.Pid pid : Setting.all()) {
            text.append("\n## ").append(pid.pid()).append("\n\n").append(pid.meaning());
            text.append(
                    pid.isFactory()
                            ? " One file per instance: `" + pid.pid() + "-NAME.cfg`.\n"
                            : " File: `" + pid.pid() + ".cfg`.\n");
            text.append("More: [").append(pid.bundle()).append("](../../bundles/");
            text.append(pid.bundle()).append("/README.md).\n\n");
            text.append("| key | default | range | meaning |\n|---|---|---|---|\n");
            for (Setting setting : pid.settings()) {
                row(text, code(setting.key()), code(setting.standard()), setting.range(), setting.meaning());
            }
            for (String family : pid.families()) {
                row(
                        text,
                        code(family + "…"),
                        "",
                        "",
                        "Keys with a name in them; the README of the bundle explains them.");
            }
        }
        return text.toString();
    }

    /** Every code of every bundle. */
    static String codes() throws IOException {
        StringBuilder text = new StringBuilder("# Error codes\n" + GENERATED + """

                The sentence says what happened and what to do; `…` stands for what is filled in. Which code goes to whom
                (log, partner, applicant) stands in the README of the bundle. Codes without a Japanese sentence are said
                in the log only.
                """);
        for (String bundle : Bundles.written()) {
            List<Code> codes = Code.of(bundle);
            if (!codes.isEmpty()) {
                text.append("\n## ")
                        .append(codes.get(0).prefix())
                        .append("\n\n[")
                        .append(bundle);
                text.append("](../../bundles/").append(bundle).append("/README.md)\n\n");
                text.append("| code | sentence | 日本語 |\n|---|---|---|\n");
                codes.forEach(code -> row(text, code.code(), code.english(), code.japanese()));
            }
        }
        return text.toString();
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static void row(StringBuilder text, String... cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ').append(cell.replace("|", "\\|").replace("\n", " ")).append(" |");
        }
        text.append('\n');
    }
}
