package io.renkei.format.egov.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import java.util.Map;

/** One place of a form, in both directions. Reading believes only what has its form; anything else is not there. */
interface Cell {

    /** Writes an empty cell when the item is not there. */
    void write(FilingContent content, Cells.Sheet sheet);

    /** Adds the item when it stands in the form. */
    void read(Cells.Sheet sheet, Map<ItemId, ItemValue> items);
}
