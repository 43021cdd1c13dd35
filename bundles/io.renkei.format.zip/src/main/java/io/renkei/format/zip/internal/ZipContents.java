package io.renkei.format.zip.internal;

import io.renkei.api.spi.PackageFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The proved files of a ZIP. Each is decompressed at most once; all of them together fit the limit of the total. */
final class ZipContents implements PackageFiles {

    private final Map<String, FileData> files;
    private final List<String> names;
    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    ZipContents(Map<String, FileData> files) {
        this.files = new LinkedHashMap<>(files);
        this.names = List.copyOf(files.keySet());
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<byte[]> bytes(String name) {
        FileData file = files.get(name);
        return file == null ? Optional.empty() : Optional.of(read.computeIfAbsent(name, key -> file.read()));
    }

    @Override
    public boolean isSingleDocument() {
        return false;
    }
}
