package io.renkei.catalogue.internal;

import io.renkei.api.model.ItemId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One item as items.yaml defines it.
 *
 * @param order its place in the file, from 0
 * @param maxLength in code points, of text and reading; of a group the most members
 * @param min and {@code max}: the range of an amount, in yen
 * @param list the code list that it draws from; empty text unless it is a code
 * @param members of a group: its items, and whether each is required
 */
record Item(
        ItemId id,
        int order,
        ItemType type,
        String nameJa,
        int maxLength,
        Optional<Pattern> pattern,
        Optional<CheckDigit> checkDigit,
        long min,
        long max,
        String list,
        Map<ItemId, Boolean> members) {}
