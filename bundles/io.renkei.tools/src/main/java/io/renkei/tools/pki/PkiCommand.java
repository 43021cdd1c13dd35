package io.renkei.tools.pki;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the keys of a sandbox. */
@Command(name = "pki", description = "Makes the keys and certificates of a sandbox, unless the folder is there.")
public final class PkiCommand implements Callable<Integer> {

    @Parameters(description = "the folder to make")
    private Path folder;

    @Option(names = "--renew", description = "give the gateway new keys and certificates in a folder that is there")
    private boolean renew;

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        if (renew) {
            SandboxPki.Renewed renewed = SandboxPki.renew(folder, Clock.systemUTC());
            System.out.println("the certificate of the doors has now the serial number "
                    + renewed.doors().getSerialNumber().toString(16) + ", that of the listeners of people "
                    + renewed.people().getSerialNumber().toString(16));
            return 0;
        }
        if (SandboxPki.makeOnce(folder, Clock.systemUTC())) {
            System.out.println("made the keys and certificates of a sandbox in " + folder);
        }
        return 0;
    }
}
