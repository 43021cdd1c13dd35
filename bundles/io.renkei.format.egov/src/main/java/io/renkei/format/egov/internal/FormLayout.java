package io.renkei.format.egov.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.format.egov.EgovProcedure;
import io.renkei.format.egov.internal.Leaves.Leaf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The form of one procedure: cells by path below its element 様式, one table for writing and for reading. */
public final class FormLayout {

    private static final String FORM = "様式";
    private static final Map<String, FormLayout> ALL = Map.of(
            "4950013520711000", new FormLayout(FormTables.pensionInsurance()),
            "4950008680033000", new FormLayout(FormTables.employmentInsurance()));

    private final List<Cell> cells;

    private FormLayout(List<Cell> cells) {
        this.cells = cells;
    }

    /** The layout for a 手続識別子; empty when this bundle has none. */
    public static Optional<FormLayout> of(String officialId) {
        return Optional.ofNullable(ALL.get(officialId));
    }

    /** Writes the form with an empty element for each item that is not there. */
    public byte[] write(EgovProcedure procedure, FilingContent content) {
        Cells.Sheet sheet = new Cells.Sheet();
        cells.forEach(cell -> cell.write(content, sheet));
        XmlText xml = new XmlText().open("DataRoot");
        xml.leaf("様式ID", procedure.formId());
        xml.leaf("様式バージョン", String.format("%04d", procedure.formVersion()));
        xml.leaf("STYLESHEET", procedure.formId() + ".xsl").open(FORM);
        List<String> open = new ArrayList<>();
        sheet.texts().forEach((path, text) -> {
            List<String> steps = List.of(path.split("/"));
            int shared = shared(open, steps);
            while (open.size() > shared) {
                open.remove(open.size() - 1);
                xml.close();
            }
            for (String step : steps.subList(shared, steps.size() - 1)) {
                open.add(step);
                xml.open(step);
            }
            xml.leaf(steps.get(steps.size() - 1), text);
        });
        open.forEach(step -> xml.close());
        return xml.close().close().bytes();
    }

    /** The items that stand in the form in their proper form. */
    Map<ItemId, ItemValue> read(byte[] form) throws Leaves.Unreadable {
        Cells.Sheet sheet = new Cells.Sheet();
        Set<String> twice = new HashSet<>();
        for (Leaf leaf : Leaves.below(form, FORM)) {
            if (sheet.texts().containsKey(leaf.path())) {
                twice.add(leaf.path());
            }
            sheet.put(leaf.path(), leaf.text());
        }
        twice.forEach(path -> sheet.put(path, ""));
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        cells.forEach(cell -> cell.read(sheet, items));
        return items;
    }

    private static int shared(List<String> open, List<String> steps) {
        int shared = 0;
        while (shared < open.size()
                && shared < steps.size() - 1
                && open.get(shared).equals(steps.get(shared))) {
            shared++;
        }
        return shared;
    }
}
