package io.renkei.tools;

import io.renkei.tools.demo.DemoCommand;
import io.renkei.tools.pki.PkiCommand;
import io.renkei.tools.sample.SampleCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./renkei} runs outside the gateway. */
@Command(
        name = "renkei-tools",
        subcommands = {PkiCommand.class, SampleCommand.class, DemoCommand.class},
        description = "What ./renkei runs outside the gateway.")
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
