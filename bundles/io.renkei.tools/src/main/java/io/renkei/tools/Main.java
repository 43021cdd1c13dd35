package io.renkei.tools;

import io.renkei.tools.bench.BenchCommand;
import io.renkei.tools.bench.PutBackCommand;
import io.renkei.tools.check.CheckCommand;
import io.renkei.tools.connector.ConnectorCommand;
import io.renkei.tools.demo.DemoCommand;
import io.renkei.tools.figures.FiguresCommand;
import io.renkei.tools.linkage.LinkageCommand;
import io.renkei.tools.notices.NoticesCommand;
import io.renkei.tools.operate.InstancesCommand;
import io.renkei.tools.operate.OperateCommand;
import io.renkei.tools.operate.RedeployCommand;
import io.renkei.tools.pki.PkiCommand;
import io.renkei.tools.sample.SampleCommand;
import io.renkei.tools.soak.SoakCommand;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** What {@code ./renkei} runs outside the gateway. */
@Command(
        name = "renkei-tools",
        subcommands = {
            PkiCommand.class,
            SampleCommand.class,
            CheckCommand.class,
            ConnectorCommand.class,
            DemoCommand.class,
            OperateCommand.class,
            NoticesCommand.class,
            LinkageCommand.class,
            RedeployCommand.class,
            InstancesCommand.class,
            BenchCommand.class,
            PutBackCommand.class,
            SoakCommand.class,
            FiguresCommand.class
        },
        description = "What ./renkei runs outside the gateway.")
public final class Main {

    private static final int UNUSABLE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::tell)
                .execute(arguments));
    }

    /** What the outside does wrong is told in a line; what this program does wrong, with its trace. */
    private static int tell(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof IOException || failure instanceof GeneralSecurityException) {
            command.getErr()
                    .println(command.getCommandName() + ": "
                            + Optional.ofNullable(failure.getMessage())
                                    .orElse("no connection ("
                                            + failure.getClass().getSimpleName() + ")"));
            return UNUSABLE;
        }
        throw failure;
    }
}
