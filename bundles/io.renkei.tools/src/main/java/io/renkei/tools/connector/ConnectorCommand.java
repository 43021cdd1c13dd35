package io.renkei.tools.connector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a new connector that builds and keeps the contract at once. */
@Command(
        name = "connector",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a new connector that builds and keeps each promise of a connector at once.",
            "Without --in it is a bundle of the gateway's repository, else a Maven project of its own."
        })
public final class ConnectorCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "the kind of destination: 2 to 12 lower-case letters")
    private String name;

    @Option(names = "--in", paramLabel = "FOLDER", description = "the project is made as FOLDER/NAME")
    private Optional<Path> in;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "package, bundle name and PID of a project of its own (io.example.connector.NAME)")
    private Optional<String> bundle;

    @Option(names = "--repository", hidden = true, description = "the gateway's repository, from ./renkei")
    private Path repository = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try {
            if (in.isPresent()) {
                outside(in.get());
            } else if (bundle.isPresent()) {
                throw new IllegalArgumentException("--package goes with --in: a bundle of the gateway's repository is"
                        + " io.renkei.connector." + name);
            } else {
                inside();
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return 0;
    }

    private void inside() throws IOException {
        Names names = Names.inside(name);
        Path folder = repository.resolve("bundles").resolve(names.bundle());
        Skeleton.inside(names).write(folder);
        new Modules(repository.resolve("pom.xml")).add(names.bundle());
        tell(
                "made " + folder.normalize() + " and its line in " + repository.resolve("pom.xml"),
                "next:",
                "  cd " + folder.normalize() + " && mvn -B verify      builds and tests it, and makes the KAR",
                "  ./renkei references      brings it into the tables of settings and error codes",
                "Then write the mapper and its golden file, and what the answers mean (" + names.classes()
                        + "Faults).");
    }

    private void outside(Path parent) throws IOException {
        Names names = Names.outside(name, bundle.orElse("io.example.connector." + name));
        Path folder = parent.resolve(name);
        Skeleton.outside(names).write(folder);
        tell(
                "made " + folder.normalize(),
                "next:",
                "  ./renkei kit      once: puts what it is built on into your Maven repository",
                "  cd " + folder.normalize() + " && mvn -B verify      builds and tests it, and makes the KAR",
                "Then write the mapper and its golden file, and what the answers mean (" + names.classes()
                        + "Faults).");
    }

    private void tell(String... lines) {
        for (String line : lines) {
            spec.commandLine().getOut().println(line);
        }
    }
}
