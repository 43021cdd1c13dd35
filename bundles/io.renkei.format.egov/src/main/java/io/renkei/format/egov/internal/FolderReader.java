package io.renkei.format.egov.internal;

import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.PackageReader.Attachment;
import io.renkei.format.egov.EgovPackageWriter;
import io.renkei.format.egov.internal.Kousei.Listed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Checks one folder against its verified configuration and reads it. For one use. */
final class FolderReader {

    private static final Pattern OFFICE = Pattern.compile("[0-9A-Z]{23}");
    private static final String HELLO_WORK_PROCEDURES = "49500086";

    private final CaseFolder folder;
    private final Faults faults;
    private final String kouseiPlace;

    FolderReader(CaseFolder folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
        this.kouseiPlace = folder.path(CaseFolder.KOUSEI);
    }

    /**
     * What stands in a folder.
     *
     * @param original all of its files: configuration, forms, attachments
     * @param attachments those that the signature does not cover
     */
    record Read(Map<ItemId, ItemValue> items, List<Attachment> original, List<Attachment> attachments) {}

    /** Whole only if it adds no fault. */
    Read read(Element verified) {
        Kousei kousei;
        try {
            kousei = Kousei.of(Leaves.of(verified));
        } catch (Leaves.Unreadable e) {
            faults.add(KouseiCode.UNREADABLE, kouseiPlace);
            return new Read(Map.of(), List.of(), List.of());
        }
        judge(verified, kousei);
        List<String> attached = new ArrayList<>();
        for (Listed listed : kousei.attachments()) {
            if (!listed.file().isEmpty()) {
                attached.add(listed.file());
            } else if (!listed.apart()) {
                faults.add(KouseiCode.ATTACHMENT_WITHOUT_FILE, place("添付書類属性情報"));
            }
        }
        judgeFiles(kousei.forms(), attached);
        List<Attachment> original = new ArrayList<>();
        original.add(file(CaseFolder.KOUSEI));
        kousei.forms().stream()
                .filter(folder.files()::containsKey)
                .map(this::file)
                .forEach(original::add);
        List<Attachment> attachments = attached.stream()
                .filter(folder.files()::containsKey)
                .map(this::file)
                .toList();
        original.addAll(attachments);
        return new Read(items(kousei), original, attachments);
    }

    private void judge(Element verified, Kousei kousei) {
        if (!verified.getAttributeNS(null, EgovPackageWriter.ID_ATTRIBUTE).equals(EgovPackageWriter.ID)) {
            faults.add(KouseiCode.WRONG_ID, place("@ID"));
        }
        if (!kousei.procedure().equals(folder.procedure())) {
            faults.add(KouseiCode.PROCEDURE_DIFFERS, place("管理情報/手続番号/手続ID"));
        }
        if (!kousei.receivingAgency().equals("100" + folder.procedure().substring(0, 3))) {
            faults.add(KouseiCode.AGENCY_DIFFERS, place("管理情報/手続番号/受付行政機関ID"));
        }
        if (!kousei.kind().equals(EgovReader.NEW)) {
            faults.add(KouseiCode.KIND, place("管理情報/申請種別"));
        } else if (!kousei.firstReceipt().isBlank()) {
            faults.add(KouseiCode.FIRST_RECEIPT, place("管理情報/初回受付番号"));
        }
        if (kousei.forms().isEmpty()) {
            faults.add(KouseiCode.NO_FORM, place("申請書属性情報/申請書ファイル名称"));
        }
        if (!kousei.office().isEmpty() && !OFFICE.matcher(kousei.office()).matches()) {
            faults.add(KouseiCode.OFFICE, place("提出先情報/提出先識別子"));
        }
    }

    private void judgeFiles(List<String> forms, List<String> attached) {
        Set<String> listed = new HashSet<>(Set.of(CaseFolder.KOUSEI));
        judgeListed(forms, "申請書属性情報", listed);
        judgeListed(attached, "添付書類属性情報", listed);
        int position = 0;
        for (String file : folder.files().keySet()) {
            position++;
            if (!listed.contains(file)) {
                faults.add(KouseiCode.FILE_UNLISTED, folder.name() + "/file[" + position + "]");
            }
        }
    }

    private void judgeListed(List<String> names, String element, Set<String> listed) {
        for (int i = 0; i < names.size(); i++) {
            String place = place(element + "[" + (i + 1) + "]");
            if (!listed.add(names.get(i))) {
                faults.add(KouseiCode.LISTED_TWICE, place);
            } else if (!folder.files().containsKey(names.get(i))) {
                faults.add(KouseiCode.FILE_MISSING, place);
            }
        }
    }

    private Map<ItemId, ItemValue> items(Kousei kousei) {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        Optional<FormLayout> layout = FormLayout.of(folder.procedure());
        for (int i = 0; i < kousei.forms().size(); i++) {
            byte[] form = folder.files().get(kousei.forms().get(i));
            if (layout.isPresent() && form != null) {
                try {
                    layout.get().read(form).forEach(items::putIfAbsent);
                } catch (Leaves.Unreadable e) {
                    faults.add(KouseiCode.UNREADABLE, place("申請書属性情報[" + (i + 1) + "]"));
                }
            }
        }
        boolean toHelloWork = folder.procedure().startsWith(HELLO_WORK_PROCEDURES);
        if (toHelloWork && OFFICE.matcher(kousei.office()).matches()) {
            items.put(new ItemId("hello-work.office"), new ItemValue.Code("hello-work-office", kousei.office()));
        }
        return items;
    }

    private Attachment file(String name) {
        byte[] bytes = folder.files().get(name);
        String path = folder.path(name);
        return new Attachment(path, path, MediaTypes.of(name), bytes.length, Sha256.of(bytes));
    }

    private String place(String path) {
        return kouseiPlace + "/構成情報/" + path;
    }
}
