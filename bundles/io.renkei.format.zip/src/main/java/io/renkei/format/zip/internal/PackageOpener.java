package io.renkei.format.zip.internal;

import io.renkei.api.spi.PackageFiles;
import io.renkei.format.zip.ZipLimits;
import io.renkei.ports.packages.PackageRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Opens one package: tells what it is, holds it to the limits, and proves every file before it hands any on. */
public final class PackageOpener {

    private static final int UTF8_FLAG = 1 << 11;

    private final ZipLimits limits;

    public PackageOpener(ZipLimits limits) {
        this.limits = limits;
    }

    /** As {@link io.renkei.ports.packages.Packages#open}. */
    public PackageFiles open(byte[] bytes) throws PackageRefused {
        if (isZip(bytes)) {
            return openZip(bytes);
        }
        if (!SingleDocument.looksLike(bytes)) {
            throw ZipCode.NEITHER.at("");
        }
        if (bytes.length > limits.entryBytes()) {
            throw ZipCode.ENTRY_TOO_LARGE.at(PackageFiles.DOCUMENT, limits.entryBytes());
        }
        return new SingleDocument(bytes);
    }

    /** Whether it starts with a local header or, being empty, with the end record; a ZIP behind other bytes is none. */
    private static boolean isZip(byte[] bytes) {
        return bytes.length >= 4
                && bytes[0] == 'P'
                && bytes[1] == 'K'
                && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
    }

    private PackageFiles openZip(byte[] bytes) throws PackageRefused {
        Little zip = new Little(bytes);
        EndRecord end = EndRecord.find(zip, limits.entries());
        List<ZipArchiveEntry> listed = directory(bytes);
        if (listed.size() != end.entries()) {
            throw ZipCode.BROKEN.at("");
        }
        Map<String, FileData> entries = place(zip, end, listed);
        for (Map.Entry<String, FileData> entry : entries.entrySet()) {
            entry.getValue().prove(entry.getKey());
        }
        entries.keySet().removeIf(name -> name.endsWith("/"));
        if (entries.isEmpty()) {
            throw ZipCode.EMPTY.at("");
        }
        return new ZipContents(entries);
    }

    /** Names are taken from their bytes later, so the charset here is one that loses none. */
    private static List<ZipArchiveEntry> directory(byte[] bytes) throws PackageRefused {
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel(bytes);
                ZipFile file = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setCharset(StandardCharsets.ISO_8859_1)
                        .setUseUnicodeExtraFields(false)
                        .setIgnoreLocalFileHeader(true)
                        .get()) {
            return Collections.list(file.getEntries());
        } catch (IOException | IllegalArgumentException e) {
            throw ZipCode.BROKEN.at("");
        }
    }

    private Map<String, FileData> place(Little zip, EndRecord end, List<ZipArchiveEntry> listed) throws PackageRefused {
        EntryNames names = new EntryNames(limits.nameCharacters());
        EntryRules rules = new EntryRules(limits);
        Layout layout = new Layout();
        Map<String, FileData> entries = new LinkedHashMap<>();
        for (ZipArchiveEntry entry : listed) {
            String place = "#" + (entries.size() + 1);
            String name = names.accept(entry.getRawName(), (entry.getRawFlag() & UTF8_FLAG) != 0, place);
            rules.check(entry, name);
            LocalHeader header = LocalHeader.read(zip, end.directory(), entry, name);
            layout.add(header, name);
            entries.put(name, data(zip, header, entry));
        }
        layout.close(end.directory());
        return entries;
    }

    private static FileData data(Little zip, LocalHeader header, ZipArchiveEntry entry) {
        return new FileData(
                zip.bytes(),
                header.data(),
                (int) entry.getCompressedSize(),
                (int) entry.getSize(),
                entry.getMethod() == ZipEntry.DEFLATED,
                entry.getCrc());
    }
}
