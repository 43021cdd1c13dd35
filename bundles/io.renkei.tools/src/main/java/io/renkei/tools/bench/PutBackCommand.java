package io.renkei.tools.bench;

import io.renkei.tools.client.OperatorShell;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts back what a bench changed that was killed; one that is under way is left alone. */
@Command(name = "put-back", mixinStandardHelpOptions = true, description = "Puts back what a killed bench left.")
public final class PutBackCommand implements Callable<Integer> {

    @Option(names = "--note", required = true, description = "where the bench noted what it changes")
    private Path note;

    @Option(names = "--pki", required = true, description = "the folder of the sandbox's keys")
    private Path pki;

    @Option(names = "--script", required = true, description = "the path of renkei, for the operators' shell")
    private Path script;

    @Override
    public Integer call() throws Exception {
        Optional<BenchNote> left = BenchNote.left(note, pki, new OperatorShell(script));
        if (left.isPresent()) {
            left.get().close();
            System.out.println("put back what a bench left that was killed: the sites' rate at the provider, and the"
                    + " authority of its people");
        }
        return 0;
    }
}
