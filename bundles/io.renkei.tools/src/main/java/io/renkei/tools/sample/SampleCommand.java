package io.renkei.tools.sample;

import io.renkei.api.model.SenderNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a signed sample. */
@Command(name = "sample", description = "Writes a signed sample application (life event hire, invented persons).")
public final class SampleCommand implements Callable<Integer> {

    @Option(names = "--pki", required = true, description = "the folder of the sandbox's keys")
    private Path pki;

    @Option(names = "--number", defaultValue = "sample-1", description = "the sender's own number (${DEFAULT-VALUE})")
    private String number;

    @Parameters(description = "the file to write")
    private Path file;

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Tokyo")));
        Files.write(file, new Applicants(pki).hire(new SenderNumber(number), today));
        System.out.println("wrote " + file);
        return 0;
    }
}
