package io.renkei.tools.pki;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the keys of a sandbox. */
@Command(name = "pki", description = "Makes the keys and certificates of a sandbox, unless the folder is there.")
public final class PkiCommand implements Callable<Integer> {

    @Parameters(description = "the folder to make")
    private Path folder;

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        if (SandboxPki.makeOnce(folder, Clock.systemUTC())) {
            System.out.println("made the keys and certificates of a sandbox in " + folder);
        }
        return 0;
    }
}
