package io.renkei.door.soap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The contracts as files, for as long as the door is open: CXF follows the import of a schema from a file's address, and
 * not from that of a bundle's entry.
 */
final class ContractFiles implements AutoCloseable {

    private static final String RESOURCES = "wsdl/";

    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    ContractFiles() {
        try {
            this.folder = Files.createTempDirectory("renkei-wsdl");
            for (SoapService service : SoapService.values()) {
                for (String name : service.contractFiles()) {
                    write(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "SOAP: the folder for temporary files cannot be written; make room there", e);
        }
    }

    /** Where CXF reads the contract of a service. */
    String wsdl(SoapService service) {
        return folder.resolve(service.contractFiles().get(0)).toUri().toString();
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = ContractFiles.class.getClassLoader().getResourceAsStream(RESOURCES + name)) {
            Files.copy(in, file);
        }
        written.add(file);
    }

    @Override
    public void close() {
        try {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("SOAP: a temporary file cannot be removed", e);
        }
    }
}
