package io.renkei.connector.sftp.internal;

import io.renkei.api.spi.NoticeFolder.Left;
import io.renkei.api.spi.NoticeFolder.Receipt;
import io.renkei.api.spi.NoticeFolder.Visit;
import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look into the folder. For one thread. */
final class SftpVisit implements Visit {

    private static final Logger LOG = LoggerFactory.getLogger(SftpVisit.class);
    private static final Comparator<Entry> OLDEST_FIRST =
            Comparator.comparingLong(Entry::modified).thenComparing(Entry::name);

    private final SftpSettings settings;
    private final SftpClient sftp;
    private final Shelf shelf;
    private final Looks looks;
    private final Consumer<Set<SftpCode>> oddities;
    private final Set<SftpCode> odd = EnumSet.noneOf(SftpCode.class);
    private final Runnable end;
    private final Map<Left, Entry> listed = new HashMap<>();

    /**
     * @param looks of this folder, of all visits
     * @param oddities is told what an operator should know of the folder
     * @param end closes the connection
     */
    SftpVisit(
            SftpSettings settings,
            SftpClient sftp,
            Shelf shelf,
            Looks looks,
            Consumer<Set<SftpCode>> oddities,
            Runnable end) {
        this.settings = settings;
        this.sftp = sftp;
        this.shelf = shelf;
        this.looks = looks;
        this.oddities = oddities;
        this.end = end;
    }

    @Override
    public List<Left> left() throws TransientFailure {
        try {
            Listing listing = Listing.read(sftp, settings.folder(), settings.listMax());
            looks.see(listing.files());
            odd.addAll(listing.oddities());
            List<Left> documents = new ArrayList<>();
            for (Entry entry : complete(listing)) {
                if (entry.size() > settings.fileMaxBytes()) {
                    refuseTooLarge(entry.name());
                } else {
                    Left document = new Left(entry.name(), entry.version(), FileNames.filing(entry.name()));
                    listed.put(document, entry);
                    documents.add(document);
                }
            }
            oddities.accept(odd);
            return documents;
        } catch (IOException e) {
            throw new TransientFailure(SftpCode.UNREACHABLE.code(), e);
        }
    }

    /** One that cannot be moved holds up no other. */
    private void refuseTooLarge(String name) throws IOException {
        try {
            shelf.refuse(name, SftpCode.FILE_TOO_LARGE, SftpCode.FILE_TOO_LARGE.code(), "");
            removeMarker(name);
            LOG.warn("Destination {}: {} It lies in refused.", settings.destination(), SftpCode.FILE_TOO_LARGE);
        } catch (SftpException e) {
            odd.add(SftpCode.NOT_MOVED);
        }
    }

    private List<Entry> complete(Listing listing) throws IOException {
        List<Entry> complete = settings.marker().isPresent()
                ? marked(listing, settings.marker().get())
                : listing.files().stream().filter(looks::isSettled).toList();
        return complete.stream().sorted(OLDEST_FIRST).limit(settings.filesMax()).toList();
    }

    /** Files with a marker. A marker whose file is gone would vouch for the next file of that name, so it goes too. */
    private List<Entry> marked(Listing listing, String suffix) throws IOException {
        Set<String> names = listing.files().stream().map(Entry::name).collect(Collectors.toSet());
        List<Entry> marked = new ArrayList<>();
        for (Entry entry : listing.files()) {
            if (names.contains(entry.name() + suffix)) {
                marked.add(entry);
            } else if (entry.name().endsWith(suffix) && listing.isWhole() && isStale(entry, names, suffix)) {
                removeStale(entry.name());
            }
        }
        return marked;
    }

    private void removeStale(String marker) throws IOException {
        try {
            shelf.remove(marker);
        } catch (SftpException e) {
            odd.add(SftpCode.NOT_MOVED);
        }
    }

    private boolean isStale(Entry marker, Set<String> names, String suffix) {
        String file = marker.name().substring(0, marker.name().length() - suffix.length());
        return !names.contains(file) && looks.isSettled(marker);
    }

    @Override
    public InputStream read(Left document) throws IOException {
        Entry entry = listed.get(document);
        if (entry == null) {
            throw new IOException("the document was not listed by this visit");
        }
        return new ExactStream(sftp.read(settings.folder() + "/" + entry.name()), entry.size());
    }

    /** Nothing where another node moved the file, or the ministry put another one in its place: that one is listed by itself. */
    @Override
    public void acknowledge(Left document, Receipt receipt) throws TransientFailure {
        if (!listed.containsKey(document)) {
            throw new IllegalArgumentException("the document was not listed by this visit");
        }
        try {
            Optional<Entry> now = shelf.find(document.name());
            if (now.map(Entry::version).equals(Optional.of(document.version()))) {
                settle(document.name(), receipt);
                removeMarker(document.name());
            }
        } catch (SftpException e) {
            throw new TransientFailure(SftpCode.NOT_MOVED.code(), e);
        } catch (IOException e) {
            throw new TransientFailure(SftpCode.UNREACHABLE.code(), e);
        }
    }

    private void settle(String name, Receipt receipt) throws IOException {
        if (receipt.refusal().isPresent()) {
            SftpCode reason = receipt.notice().isEmpty() ? SftpCode.FILE_TOO_LARGE : SftpCode.NOT_DELIVERED;
            shelf.refuse(name, reason, receipt.refusal().get(), receipt.notice());
        } else {
            shelf.keep(name, receipt.notice());
        }
    }

    private void removeMarker(String name) throws IOException {
        if (settings.marker().isPresent()) {
            shelf.remove(name + settings.marker().get());
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
