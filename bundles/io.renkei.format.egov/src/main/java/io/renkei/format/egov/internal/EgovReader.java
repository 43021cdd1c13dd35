package io.renkei.format.egov.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.PackageFiles;
import io.renkei.api.spi.PackageReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.w3c.dom.Element;

/**
 * e-Gov's format: a ZIP of case folders, each with its signed configuration. A procedure is named by its 手続識別子, and by
 * {@code 手続識別子-2} and so on where the package has several folders of it; the catalogue knows which procedure that is.
 */
@Component(service = PackageReader.class)
public final class EgovReader implements PackageReader {

    static final String NEW = "新規申請";

    private static final String ROOT = "{}DataRoot";
    private static final String SIGNED = "{}構成情報";
    private static final String FORMAT = "egov";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean recognises(PackageFiles files) {
        return !files.isSingleDocument() && files.names().stream().anyMatch(CaseFolder::isKousei);
    }

    @Override
    public Opening open(PackageFiles files) {
        Faults faults = new Faults();
        List<String> names = files.names();
        for (int i = 0; i < names.size(); i++) {
            if (!CaseFolder.holds(names.get(i))) {
                faults.add(KouseiCode.OUTSIDE_FOLDER, "package/file[" + (i + 1) + "]");
            }
        }
        List<SignedDocument> documents = new ArrayList<>();
        for (CaseFolder folder : CaseFolder.of(files)) {
            document(folder, faults).ifPresent(documents::add);
        }
        return faults.isEmpty() ? new Opening.Good(documents) : new Opening.Bad(faults.list());
    }

    private static Optional<SignedDocument> document(CaseFolder folder, Faults faults) {
        byte[] kousei = folder.files().get(CaseFolder.KOUSEI);
        if (kousei == null || folder.hasSeparateSignatures()) {
            faults.add(kousei == null ? KouseiCode.NO_KOUSEI : KouseiCode.SEPARATE_SIGNATURES, folder.name());
            return Optional.empty();
        }
        Set<String> forms;
        try {
            forms = new LinkedHashSet<>(Kousei.of(Leaves.below(kousei, "構成情報")).forms());
        } catch (Leaves.Unreadable e) {
            faults.add(KouseiCode.UNREADABLE, folder.path(CaseFolder.KOUSEI));
            return Optional.empty();
        }
        Map<String, byte[]> files = new HashMap<>(folder.files());
        files.remove(CaseFolder.KOUSEI);
        if (forms.isEmpty() || !files.keySet().containsAll(forms)) {
            faults.add(
                    forms.isEmpty() ? KouseiCode.NO_FORM : KouseiCode.FILE_MISSING,
                    folder.path(CaseFolder.KOUSEI) + "/構成情報/申請書属性情報");
            return Optional.empty();
        }
        return Optional.of(new SignedDocument(
                folder.path(CaseFolder.KOUSEI), kousei, ROOT, List.of(SIGNED), "ID", files, List.copyOf(forms)));
    }

    /** @throws IllegalArgumentException if what was verified are not the documents that {@link #open} named */
    @Override
    public Reading read(PackageFiles files, List<VerifiedDocument> verified) {
        List<CaseFolder> folders = CaseFolder.of(files);
        if (folders.isEmpty() || folders.size() != verified.size()) {
            throw new IllegalArgumentException("each folder has one verified configuration");
        }
        Faults faults = new Faults();
        Map<ItemId, ItemValue> common = new LinkedHashMap<>();
        Map<ProcedureId, ProcedurePart> procedures = new LinkedHashMap<>();
        List<Attachment> attachments = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            CaseFolder folder = folders.get(i);
            FolderReader.Read read = new FolderReader(folder, faults).read(element(folder, verified.get(i)));
            Map<ItemId, ItemValue> own = new LinkedHashMap<>();
            read.items().forEach((id, value) -> {
                boolean shared = isCommon(id)
                        && common.computeIfAbsent(id, first -> value).equals(value);
                if (!shared) {
                    own.put(id, value);
                }
            });
            procedures.put(
                    id(folder, procedures.keySet()),
                    new ProcedurePart(new FilingContent(own), read.original(), FORMAT));
            attachments.addAll(read.attachments());
        }
        return faults.isEmpty()
                ? new Reading.Good(new ApplicationPackage(
                        Optional.empty(), Optional.empty(), new FilingContent(common), procedures, attachments))
                : new Reading.Bad(faults.list());
    }

    private static Element element(CaseFolder folder, VerifiedDocument document) {
        Element element = document.elements().get(SIGNED);
        if (element == null || !document.place().equals(folder.path(CaseFolder.KOUSEI))) {
            throw new IllegalArgumentException("the verified configurations stand in the order of their folders");
        }
        return element;
    }

    private static boolean isCommon(ItemId id) {
        return id.value().startsWith("employer.")
                || id.value().startsWith("employee.")
                || id.value().startsWith("employment.");
    }

    private static ProcedureId id(CaseFolder folder, Set<ProcedureId> taken) {
        ProcedureId id = new ProcedureId(folder.procedure());
        for (int n = 2; taken.contains(id); n++) {
            id = new ProcedureId(folder.procedure() + "-" + n);
        }
        return id;
    }
}
